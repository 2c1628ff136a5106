package de.hexapolis.forecast;

import java.util.List;
import org.hipparchus.stat.descriptive.rank.Percentile;

/** How much wider or narrower intervals must be, so that four of five past forecasts would have been right. */
final class Widening {
    private static final int FEWEST = 60;
    /** Within so many deviations lie 80 % of a normal distribution. */
    private static final double DEVIATIONS = 1.2816;

    private Widening() {}

    /** As a factor of the variance. */
    static double of(List<BinHistory> histories, double otherwise) {
        double[] off = histories.stream()
                .flatMap(one -> one.errors().stream())
                .mapToDouble(Math::abs)
                .toArray();
        if (off.length < FEWEST) {
            return otherwise;
        }
        double factor = Math.pow(new Percentile(80).evaluate(off) / DEVIATIONS, 2);
        return Math.max(0.1, Math.min(4, factor));
    }
}
