package de.hexapolis.store;

import java.time.Instant;
import java.util.OptionalDouble;

/** One position fix on its way into the table; WGS 84, degrees. Immutable. */
public record PositionRow(
        long deviceId,
        long assetId,
        Instant observedAt,
        double longitude,
        double latitude,
        OptionalDouble accuracyMetres) {}
