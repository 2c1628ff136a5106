package de.hexapolis.forecast;

import java.time.Instant;

/**
 * What was read at an instant. Immutable.
 *
 * @param value finite: a fill level in percent, or a water tension in kPa
 */
public record Level(Instant at, double value) {
    public Level {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("not finite at %s: %s".formatted(at, value));
        }
    }
}
