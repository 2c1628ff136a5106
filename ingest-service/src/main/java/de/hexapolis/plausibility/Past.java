package de.hexapolis.plausibility;

import java.time.Instant;

/** Answers about readings that are older than those at hand; asked rarely, where all at hand are alike. */
public interface Past {
    /**
     * The first reading from an instant on after which, up to now, no reading lies outside of two values.
     *
     * @param low included
     * @param high included
     */
    Instant withinSince(int seriesId, double low, double high, Instant notBefore);
}
