package de.hexapolis.telemetry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;

/**
 * Where a device says that it is (WGS 84, degrees). Immutable.
 *
 * @param accuracyMetres the device's own estimate, not negative
 */
public record PositionFix(
        DeviceId device, Instant observedAt, double longitude, double latitude, OptionalDouble accuracyMetres) {
    public PositionFix {
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException(
                    "not a position: longitude %s, latitude %s".formatted(longitude, latitude));
        }
        if (accuracyMetres.isPresent() && !(accuracyMetres.getAsDouble() >= 0)) {
            throw new IllegalArgumentException("not an accuracy in metres: " + accuracyMetres.getAsDouble());
        }
        observedAt = observedAt.truncatedTo(ChronoUnit.MICROS);
    }
}
