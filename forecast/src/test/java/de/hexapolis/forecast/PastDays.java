package de.hexapolis.forecast;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Readings of bins that fill evenly and are emptied at 70 %. */
final class PastDays {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final Instant START = Instant.parse("2026-03-01T23:00:00Z");

    private PastDays() {}

    /** Each half hour, with noise; at each hour the rate differs by a fifth or so. */
    static List<Level> of(double pointsPerDay, int days, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Level> levels = new ArrayList<>();
        double level = random.nextDouble() * 50;
        for (int tick = 0; tick < days * 48; tick++) {
            level += pointsPerDay / 48 * (0.6 + 0.8 * random.nextDouble());
            level = level > 70 ? 1 : level;
            double shown = Math.round(level + random.nextDouble() - 0.5);
            levels.add(new Level(START.plus(Duration.ofMinutes(30L * tick)), Math.max(0, shown)));
        }
        return levels;
    }

    static FillGroup group(int bins, int days) {
        List<BinHistory> histories = new ArrayList<>();
        for (int bin = 0; bin < bins; bin++) {
            histories.add(BinHistory.of(of(10 + bin, days, bin), ZONE));
        }
        return GroupFit.of(histories, FillGroup.USUAL, ZONE, after(days));
    }

    static Instant after(int days) {
        return START.plus(Duration.ofDays(days));
    }
}
