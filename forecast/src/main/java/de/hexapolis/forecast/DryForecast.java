package de.hexapolis.forecast;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.stat.descriptive.rank.Median;
import org.hipparchus.stat.descriptive.rank.Percentile;

/** The way ahead of a soil that nobody waters and on which no rain falls. */
public final class DryForecast {
    /** Tension of a soil that has just been watered, in kPa. */
    public static final double WATERED_KPA = 8;
    /** What lies between trees is less sure than what one tree shows. */
    private static final double CARRIED_WIDENING = 1.5;

    private static final double DEVIATIONS = 1.2816;
    private static final int NEWEST = 3;

    private DryForecast() {}

    /**
     * @param spell the last of {@link DryingSpells}
     * @param limitKpa from which on the tree needs water
     */
    public static DaysToDry of(List<Level> spell, DryProfile profile, double limitKpa, ZoneId zone) {
        double[] newest = spell.subList(Math.max(0, spell.size() - NEWEST), spell.size()).stream()
                .mapToDouble(Level::value)
                .toArray();
        Level last = spell.get(spell.size() - 1);
        double now = Math.max(last.value(), new Median().evaluate(newest));
        double needed = needed(now, profile, limitKpa);
        double factor = Math.exp(DEVIATIONS * profile.sigma());
        return new DaysToDry(
                Demand.passed(needed / factor, last.at(), zone),
                Demand.passed(needed, last.at(), zone),
                Demand.passed(needed * factor, last.at(), zone),
                0);
    }

    /** The demand that dries a soil from one tension to another, in days of July. */
    public static double needed(double fromKpa, DryProfile profile, double limitKpa) {
        return Math.max(0, Math.log(limitKpa / fromKpa)) / profile.slope();
    }

    /**
     * For a tree without a probe.
     *
     * @param needed what similar trees' soils need from {@link #WATERED_KPA} on
     * @param start when it was watered last
     */
    public static DaysToDry carried(List<Double> needed, Instant start, ZoneId zone) {
        double[] sorted =
                needed.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        Percentile percentile = new Percentile();
        percentile.setData(Arrays.copyOf(sorted, sorted.length));
        double half = percentile.evaluate(50);
        double low = Math.max(0, half - CARRIED_WIDENING * (half - percentile.evaluate(10)));
        double high = half + CARRIED_WIDENING * (percentile.evaluate(90) - half);
        return new DaysToDry(
                Demand.passed(low, start, zone),
                Demand.passed(half, start, zone),
                Demand.passed(high, start, zone),
                sorted.length);
    }
}
