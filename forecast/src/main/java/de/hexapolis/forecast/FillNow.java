package de.hexapolis.forecast;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hipparchus.stat.descriptive.rank.Median;

/**
 * A bin in its current cycle. Immutable.
 *
 * @param at its newest reading
 * @param level in percent
 * @param levelSigma how uncertain that is, in points
 * @param pace how fast this cycle fills compared with what is usual for the bin
 * @param paceVariance relative
 * @param days of the cycle that have passed, in usual days of this bin
 */
public record FillNow(Instant at, double level, double levelSigma, double pace, double paceVariance, double days) {
    private static final int NEWEST = 5;
    private static final double LEAST_DAYS = 0.3;
    private static final double APART_DAYS = 0.1;
    private static final double LEAST_SIGMA = 0.3;
    /** From median absolute deviation to standard deviation. */
    private static final double DEVIATION = 1.4826;

    /** @param cycle the last of {@link Cycles} */
    public static FillNow of(List<Level> cycle, FillProfile profile, Exposure exposure) {
        Level last = cycle.get(cycle.size() - 1);
        List<double[]> points = new ArrayList<>();
        for (Level level : cycle) {
            points.add(new double[] {-exposure.between(level.at(), last.at()), level.value()});
        }
        double days = -points.get(0)[0];
        FillGroup group = profile.group();
        double groupDays = group.within() / group.betweenCycles();
        double pace = 1;
        if (days >= LEAST_DAYS && !group.intermittent()) {
            double slope = TheilSen.slope(points, APART_DAYS);
            if (!Double.isNaN(slope)) {
                double own = Math.max(1 / 3.0, Math.min(3, slope / profile.rate()));
                pace = (days * own + groupDays) / (days + groupDays);
            }
        }
        double variance = 1 / (days / group.within() + 1 / group.betweenCycles());
        double[] level = level(cycle, points, profile.rate() * pace);
        return new FillNow(last.at(), level[0], level[1], pace, variance, days);
    }

    /** The newest readings, each brought forward to the last one's time: their median and its deviation. */
    private static double[] level(List<Level> cycle, List<double[]> points, double rate) {
        if (Cycles.seldom(cycle)) {
            return new double[] {cycle.get(cycle.size() - 1).value(), 0};
        }
        List<double[]> newest = points.subList(Math.max(0, points.size() - NEWEST), points.size());
        double[] forward =
                newest.stream().mapToDouble(point -> point[1] - rate * point[0]).toArray();
        double median = new Median().evaluate(forward);
        double[] off = newest.stream()
                .mapToDouble(point -> Math.abs(point[1] - rate * point[0] - median))
                .toArray();
        double sigma = DEVIATION * new Median().evaluate(off) / Math.sqrt(forward.length);
        return new double[] {Math.max(0, Math.min(100, median)), Math.max(LEAST_SIGMA, sigma)};
    }
}
