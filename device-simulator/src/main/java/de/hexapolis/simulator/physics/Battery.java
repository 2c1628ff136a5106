package de.hexapolis.simulator.physics;

import de.hexapolis.simulator.dice.Dice;
import java.time.Duration;
import java.time.Instant;

/**
 * A lithium thionyl chloride cell: its voltage stays flat until the end, and cold lowers it. Immutable.
 *
 * @param levelPercent 0 to 100, whole
 * @param volts to the millivolt
 */
public record Battery(int levelPercent, double volts) {
    private static final Duration YEAR = Duration.ofDays(365);

    /** The cell of a device that was installed full; it lasts four to seven years. */
    static Battery of(Dice device, Instant installedFrom, Instant at, double celsius) {
        double years = device.with("battery life").between(4, 7);
        double age = Math.max(0, Duration.between(installedFrom, at).toSeconds() / (double) YEAR.toSeconds());
        double left = Math.max(0.01, 1 - age / years);
        double flat = 3.62 - 0.06 * (1 - left) - 0.003 * Math.max(0, 20 - celsius);
        double volts = left > 0.08 ? flat : flat - 8 * (0.08 - left);
        return new Battery((int) Math.ceil(left * 100), Math.round(volts * 1000) / 1000.0);
    }
}
