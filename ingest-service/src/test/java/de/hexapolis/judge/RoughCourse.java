package de.hexapolis.judge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Fill levels as sensors send them: rising, noisy, with echoes, lost messages and emptyings. Immutable. */
record RoughCourse(List<Reading> readings) {
    record Reading(Instant at, double value) {}

    /** Half-hourly for some hours, different each seed. */
    static RoughCourse seeded(long seed, Instant start, Duration length) {
        SplittableRandom dice = new SplittableRandom(seed);
        List<Reading> readings = new ArrayList<>();
        double level = dice.nextDouble(0, 90);
        double rise = dice.nextDouble(0, 8);
        double noise = dice.nextDouble(0, 12);
        for (Instant at = start; at.isBefore(start.plus(length)); at = at.plus(Duration.ofMinutes(30))) {
            level = dice.nextInt(12) == 0 ? dice.nextDouble(0, 70) : Math.min(100, level + dice.nextDouble() * rise);
            double value = dice.nextInt(25) == 0 ? 100 : level + (dice.nextDouble() - 0.5) * noise;
            if (dice.nextInt(10) > 0) {
                readings.add(
                        new Reading(at.plusSeconds(dice.nextInt(60)), Math.round(Math.max(0, Math.min(100, value)))));
            }
        }
        return new RoughCourse(List.copyOf(readings));
    }
}
