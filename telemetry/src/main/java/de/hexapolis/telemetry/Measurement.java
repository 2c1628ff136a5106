package de.hexapolis.telemetry;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One value of one quantity. Immutable.
 *
 * @param observedAt when the device measured (UTC), not when we received it; kept to the microsecond, as the store does
 * @param value finite, in {@link Quantity#unit()}
 */
public record Measurement(DeviceId device, Quantity quantity, Channel channel, Instant observedAt, double value) {
    public Measurement {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("%s of %s is not finite: %s".formatted(quantity, device, value));
        }
        observedAt = observedAt.truncatedTo(ChronoUnit.MICROS);
        value = value + 0.0; // -0.0 and 0.0 are one value
    }

    /** {@link Quality#BAD} for what is physically impossible. */
    public Quality quality() {
        return quantity.admits(value) ? Quality.GOOD : Quality.BAD;
    }
}
