package de.hexapolis.query.status;

import java.util.Optional;

/**
 * How an asset is. Immutable.
 *
 * @param word neutral, from the kind's vocabulary; pages translate it
 * @param reading the reading that decided, or the newest one if none could; empty if there never was one
 */
public record AssetState(String word, Optional<Reading> reading) {
    /** Nothing recent is known. */
    public static final String UNKNOWN = "unknown";
    /** The device reports, but nothing that is to be believed. */
    public static final String FAULT = "fault";
}
