package de.hexapolis.store;

import java.time.Instant;
import java.util.Comparator;
import java.util.OptionalDouble;

/**
 * One position fix on its way into the table; WGS 84, degrees. Immutable.
 *
 * @param observedAt to the microsecond
 */
public record PositionRow(
        long deviceId,
        long assetId,
        Instant observedAt,
        double longitude,
        double latitude,
        OptionalDouble accuracyMetres) {
    /** By what makes a position unique, the order in which all replicas lock rows. */
    static final Comparator<PositionRow> BY_KEY =
            Comparator.comparingLong(PositionRow::deviceId).thenComparing(PositionRow::observedAt);

    /** {@code 9.67 50.55 (8.0 m)}: longitude, latitude, accuracy. */
    String place() {
        return "%s %s".formatted(longitude, latitude)
                + (accuracyMetres.isPresent() ? " (%s m)".formatted(accuracyMetres.getAsDouble()) : "");
    }
}
