package de.hexapolis.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * A segment as it counts: the older the less, and no more of it than three usual days, so that an emptying that nobody saw
 * or an echo that came twice is not a rate.
 *
 * @param exposure in usual days
 */
record Weighed(double weight, double exposure, double gain, int weekday, int cycle) {
    private static final double HALF_LIFE_DAYS = 28;
    private static final double MOST = 3;
    private static final double LEAST_EXPOSURE = 0.1;

    static List<Weighed> of(BinHistory history, Exposure exposure, Instant now) {
        List<Weighed> all = history.segments().stream()
                .map(one -> new Weighed(
                        Math.pow(0.5, Duration.between(one.until(), now).toHours() / 24.0 / HALF_LIFE_DAYS),
                        exposure.between(one.from(), one.until()),
                        one.gain(),
                        exposure.weekdayOf(one.middle()),
                        one.cycle()))
                .filter(one -> one.exposure >= LEAST_EXPOSURE)
                .toList();
        double most = MOST * usualGain(all);
        return all.stream()
                .map(one -> new Weighed(
                        one.weight, one.exposure, Math.min(one.gain, most * one.exposure), one.weekday, one.cycle))
                .toList();
    }

    /** Per usual day, of those in which anything gathered. */
    private static double usualGain(List<Weighed> all) {
        double[] gains = all.stream()
                .filter(one -> one.gain > 0)
                .mapToDouble(one -> one.gain / one.exposure)
                .toArray();
        return gains.length == 0 ? 0 : new Median().evaluate(gains);
    }

    static Sums sums(List<Weighed> all, Predicate<Weighed> which) {
        double exposure = 0;
        double gain = 0;
        for (Weighed one : all) {
            if (which.test(one)) {
                exposure += one.weight * one.exposure;
                gain += one.weight * one.gain;
            }
        }
        return new Sums(exposure, gain);
    }

    /** @param exposure in usual days */
    record Sums(double exposure, double gain) {
        double rate() {
            return exposure > 0 ? gain / exposure : 0;
        }

        /** The mean of what was seen and of what is usual, which counts as so many days. */
        double shrunkTo(double usual, double days) {
            return (gain + days * usual) / (exposure + days);
        }
    }
}
