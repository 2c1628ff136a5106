package de.hexapolis.forecast;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How one bin fills: its own history as far as that goes, the group's for the rest. Immutable.
 *
 * @param rate points in a usual day
 * @param weekday factors, Monday first
 * @param ratios of gains to what was expected, all equally likely, by rising value
 * @param days of own history that count, in usual days
 * @param ownShare of the rate that rests on the bin's own history
 * @param step in which its sensor counts
 */
public record FillProfile(
        FillGroup group,
        double rate,
        List<Double> weekday,
        List<Double> ratios,
        double days,
        double ownShare,
        int cycles,
        double step) {
    /** Days for which the group's ratios count besides the bin's own; more where bins hardly differ, up to the most. */
    private static final double GROUP_DAYS = 7;

    private static final double MOST_GROUP_DAYS = 60;

    private static final int RATIOS = 40;
    private static final double LEAST_EXPOSURE = 0.3;

    public FillProfile {
        weekday = List.copyOf(weekday);
        ratios = List.copyOf(ratios);
    }

    public static FillProfile fit(BinHistory history, FillGroup group, ZoneId zone, Instant now) {
        List<Weighed> own = Weighed.of(history, new Exposure(zone, group.hourShares(), group.weekday()), now);
        Weighed.Sums all = Weighed.sums(own, one -> true);
        boolean scaled = !group.intermittent();
        double groupDays = group.within() / group.between();
        double rate = scaled ? Math.max(0.1, all.shrunkTo(group.rate(), groupDays)) : group.rate();
        List<Double> corrections = scaled ? corrections(own, rate, group) : List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0);
        return new FillProfile(
                group,
                rate,
                IntStream.range(0, 7)
                        .mapToObj(day -> group.weekday().get(day) * corrections.get(day))
                        .toList(),
                ratios(own, rate, corrections, group),
                all.exposure(),
                all.exposure() / (all.exposure() + (scaled ? groupDays : groupDays(group))),
                (int) own.stream().mapToInt(Weighed::cycle).distinct().count(),
                history.step());
    }

    /** How this bin's weekdays differ from the group's. */
    static List<Double> corrections(List<Weighed> own, double rate, FillGroup group) {
        double groupDays = group.within() / group.betweenWeekdays();
        return IntStream.range(0, 7)
                .mapToObj(day -> Weighed.sums(own, one -> one.weekday() == day).shrunkTo(rate, groupDays) / rate)
                .toList();
    }

    private static List<Double> ratios(List<Weighed> own, double rate, List<Double> corrections, FillGroup group) {
        List<double[]> pool = new ArrayList<>();
        for (Weighed one : own) {
            if (one.exposure() >= LEAST_EXPOSURE) {
                double expected = one.exposure() * rate * corrections.get(one.weekday());
                pool.add(new double[] {one.gain() / expected, one.weight()});
            }
        }
        double weight = groupDays(group) / group.ratios().size();
        group.ratios().forEach(ratio -> pool.add(new double[] {ratio, weight}));
        double[] even = Quantiles.even(pool, RATIOS);
        return Doubles.list(group.intermittent() ? even : Quantiles.scaledToMeanOne(even));
    }

    private static double groupDays(FillGroup group) {
        return group.intermittent()
                ? Math.max(GROUP_DAYS, Math.min(MOST_GROUP_DAYS, group.within() / group.between()))
                : GROUP_DAYS;
    }

    public Exposure exposure(ZoneId zone) {
        return new Exposure(zone, group.hourShares(), weekday);
    }
}
