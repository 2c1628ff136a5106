package de.hexapolis.store;

import java.time.Instant;

/**
 * One event on its way into the table. Immutable.
 *
 * @param value a JSON value
 */
public record EventRow(long deviceId, long assetId, Instant observedAt, String kind, String value) {}
