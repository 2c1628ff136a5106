package de.hexapolis.forecast;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * How fast the soil round one probe dries: tension grows exponentially with {@link Demand}. Immutable.
 *
 * @param slope growth of the tension's logarithm in a day of July
 * @param sigma of the logarithm of the demand that is needed
 * @param days of July that were learned from
 */
public record DryProfile(double slope, double sigma, double days) {
    private static final double WETTEST_KPA = 8;
    private static final double DRIEST_KPA = 200;
    private static final double LEAST_SPELL = 0.5;
    private static final double LEAST_SLOPE = 0.005;
    private static final double SIGMA_OF_GROUP = 0.35;
    private static final double LEAST_SIGMA = 0.06;
    /** Of the slopes of single spells, relative: two that agree by chance are no proof. */
    private static final double LEAST_SPREAD = 0.15;

    /** Where nothing has been learned: what depths of Berlin's and the simulator's trees have in common. */
    public static DryProfile usual(int depthCm) {
        double slope = depthCm <= 45 ? 0.155 : depthCm <= 75 ? 0.096 : 0.065;
        return new DryProfile(slope, SIGMA_OF_GROUP, 0);
    }

    /** Whether this soil dries at all; where it does not there is nothing to foretell. */
    public boolean dries() {
        return slope > LEAST_SLOPE;
    }

    /** @param spells of some weeks, from {@link DryingSpells} */
    public static DryProfile fit(List<List<Level>> spells, DryProfile group, ZoneId zone) {
        double days = 0;
        double growth = 0;
        double squares = 0;
        double weights = 0;
        for (List<Level> spell : DryingSpells.withoutRain(spells)) {
            List<double[]> points = points(spell, zone);
            double span = points.isEmpty() ? 0 : points.get(points.size() - 1)[0];
            double slope = span < LEAST_SPELL ? Double.NaN : TheilSen.slope(points, LEAST_SPELL / 2);
            if (!Double.isNaN(slope)) {
                days += span;
                growth += span * slope;
                squares += span * slope * slope;
                weights += span * span;
            }
        }
        if (days == 0) {
            return new DryProfile(group.slope(), group.sigma(), 0);
        }
        double mean = growth / days;
        double variance = Math.max(0, squares / days - mean * mean);
        double own = Math.max(LEAST_SPREAD * LEAST_SPREAD, variance / Math.max(LEAST_SLOPE * LEAST_SLOPE, mean * mean));
        double known = days * days / weights / own;
        double usual = 1 / (group.sigma() * group.sigma());
        double slope = (known * mean + usual * group.slope()) / (known + usual);
        return new DryProfile(slope, Math.max(LEAST_SIGMA, Math.sqrt(1 / (known + usual))), days);
    }

    private static List<double[]> points(List<Level> spell, ZoneId zone) {
        List<double[]> points = new ArrayList<>();
        for (Level level : spell) {
            if (level.value() > WETTEST_KPA && level.value() < DRIEST_KPA) {
                points.add(new double[] {Demand.between(spell.get(0).at(), level.at(), zone), Math.log(level.value())});
            }
        }
        if (!points.isEmpty()) {
            double first = points.get(0)[0];
            points.forEach(point -> point[0] -= first);
        }
        return points;
    }
}
