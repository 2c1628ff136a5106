package de.hexapolis.trials.faults;

import java.time.Duration;

/**
 * How hard and how long. Immutable.
 *
 * @param rate messages a second
 * @param devices of the load
 * @param whole the whole matrix's lengths, else those of a few minutes
 */
public record Pace(int rate, int devices, boolean whole) {
    static final Pace SHORT = new Pace(500, 500, false);
    static final Pace WHOLE = new Pace(1_500, 5_000, true);

    int times(int inShort, int inWhole) {
        return whole ? inWhole : inShort;
    }

    Duration seconds(int inShort, int inWhole) {
        return Duration.ofSeconds(times(inShort, inWhole));
    }
}
