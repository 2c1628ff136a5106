package de.hexapolis.simulator.physics;

import de.hexapolis.simulator.dice.Dice;
import de.hexapolis.simulator.fleet.Site;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Water tension below one tree: it grows exponentially while the soil dries, rain and watering lower it. One thread:
 * the day reached last is remembered, so that going forward is cheap; going back starts again.
 *
 * <p>A day's tension follows from the days before it, reckoned from an origin that only the day decides: it lies two to
 * four years back. By then a winter has wetted, or a summer dried, the soil to its bound, and where the reckoning began is
 * forgotten; so a new origin makes no step.
 *
 * <p>From 5 to 240 kPa in 10 to 40 summer days; 10 mm of rain at once reach 60 cm; every tree's watering is 100 l
 * each fortnight from April to September while it is young. A visit waters like that, too; when one becomes known, the
 * reckoning starts again.
 */
final class Drying {
    static final int[] DEPTHS_CM = {30, 60, 90};
    /** What a Watermark can show at most. */
    private static final double DRIEST_KPA = 239;

    private static final double[] DRYING_BY_DEPTH = {1, 0.62, 0.42};
    private static final double[] EFFECT_OF_RAIN = {0.16, 0.07, 0.035};
    private static final double[] LEFT_BY_WATERING = {0.18, 0.35, 0.7};
    private static final int WATERING_HOUR = 8;
    private static final int LONGEST_SEARCH_DAYS = 120;
    private static final long DAYS_BETWEEN_ORIGINS = 730;
    private static final double[] TENSION_AT_ORIGIN = {9, 10, 11};

    private final Dice tree;
    private final Weather weather;
    private final Site site;
    private final Visits visits;
    private final double perSummerDay;
    private final double wettest;
    private final boolean young;
    /** Tension at the start of {@link #day}. */
    private double[] tension = {};

    private long day = Long.MAX_VALUE;
    private long origin = Long.MAX_VALUE;
    private int visitsKnown;

    Drying(Dice tree, Weather weather, Site site, Visits visits) {
        this.tree = tree;
        this.weather = weather;
        this.site = site;
        this.visits = visits;
        this.perSummerDay = Math.log(240.0 / 5) / tree.with("drying").between(11, 38);
        this.wettest = tree.with("soil").between(4, 9);
        this.young = tree.with("age").chance(0.6);
    }

    /** Tension in kPa at the depth with this index. */
    double tension(int depth, LocalHour now) {
        advanceTo(now.day());
        return within(depth, now.day(), tension[depth], now.hour());
    }

    /** When the tension would be that high if no water came from now on; empty: not within {@link #LONGEST_SEARCH_DAYS}. */
    Optional<LocalHour> reaches(double kpa, int depth, LocalHour from) {
        if (tension(depth, from) >= kpa) {
            return Optional.of(from);
        }
        double hour = from.hour();
        double now = unbound(depth, from.day(), tension[depth], hour);
        for (long onDay = from.day(); onDay < from.day() + LONGEST_SEARCH_DAYS; onDay++) {
            double growth = growth(depth, onDay);
            double hours = 24 * Math.log(kpa / now) / growth;
            if (hour + hours <= 24) {
                return Optional.of(new LocalHour(onDay, hour + hours));
            }
            now = bound(now * Math.exp(growth * (24 - hour) / 24));
            hour = 0;
        }
        return Optional.empty();
    }

    private void advanceTo(long target) {
        long due = originOf(target);
        int known = visits.known(site);
        if (target < day || due != origin || known != visitsKnown) {
            origin = due;
            visitsKnown = known;
            day = due;
            tension = TENSION_AT_ORIGIN.clone();
        }
        for (; day < target; day++) {
            for (int depth = 0; depth < tension.length; depth++) {
                tension[depth] = within(depth, day, tension[depth], 24);
            }
        }
    }

    private static long originOf(long day) {
        return (Math.floorDiv(day, DAYS_BETWEEN_ORIGINS) - 1) * DAYS_BETWEEN_ORIGINS;
    }

    /** The tension at an hour of a day that began with {@code atMidnight}. */
    private double within(int depth, long onDay, double atMidnight, double hour) {
        return bound(unbound(depth, onDay, atMidnight, hour));
    }

    private double bound(double kpa) {
        return Math.max(wettest, Math.min(DRIEST_KPA, kpa));
    }

    /** Much rain leaves it below the wettest that there can be; it dries from there. */
    private double unbound(int depth, long onDay, double atMidnight, double hour) {
        double kpa = atMidnight * Math.exp(growth(depth, onDay) * hour / 24);
        Weather.Rain rain = weather.rain(onDay);
        if (rain.millimetres() > 1.5 && hour >= rain.hour()) {
            kpa *= Math.exp(-EFFECT_OF_RAIN[depth] * rain.millimetres());
        }
        if (watered(onDay) && hour >= WATERING_HOUR) {
            kpa *= LEFT_BY_WATERING[depth];
        }
        for (LocalHour visit : visits.on(site, onDay)) {
            if (hour >= visit.hour()) {
                kpa *= LEFT_BY_WATERING[depth];
            }
        }
        return kpa;
    }

    /** By how much the logarithm of the tension grows on a day. */
    private double growth(int depth, long onDay) {
        return perSummerDay * DRYING_BY_DEPTH[depth] * (0.04 + 0.96 * weather.summer(onDay));
    }

    private boolean watered(long onDay) {
        int month = LocalDate.ofEpochDay(onDay).getMonthValue();
        return young
                && visits.roundsGo(onDay)
                && month >= 4
                && month <= 9
                && Math.floorMod(onDay + tree.with("tour").below(14), 14L) == 0;
    }
}
