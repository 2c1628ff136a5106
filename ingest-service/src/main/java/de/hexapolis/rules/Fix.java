package de.hexapolis.rules;

import java.time.Instant;

/**
 * Where a device said that it is. Immutable.
 *
 * @param longitude degrees, WGS 84
 * @param latitude degrees, WGS 84
 */
public record Fix(long deviceId, Instant observedAt, double longitude, double latitude, double accuracyMetres) {}
