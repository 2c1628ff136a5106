package de.hexapolis.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.stat.StatUtils;

/**
 * How far bins, weekdays, cycles and single days differ, relative to the rate: an analysis of variance by moments.
 * Immutable.
 *
 * @param within of a usual day's gain round what is expected of its bin and weekday
 */
record Variances(double within, double between, double betweenWeekdays, double betweenCycles) {
    private static final double LEAST = 0.0005;
    private static final double FEWEST_DAYS = 2;
    private static final double FEWEST_DAYS_OF_CYCLE = 0.7;

    static Variances of(List<List<Weighed>> bins, double[] rates) {
        int[] known = IntStream.range(0, rates.length)
                .filter(bin -> rates[bin] > 0 && days(bins.get(bin)) >= FEWEST_DAYS)
                .toArray();
        Cells whole = new Cells();
        Cells weekdays = new Cells();
        Cells cycles = new Cells();
        for (int bin : known) {
            List<Weighed> own = bins.get(bin);
            whole.add(own, rates[bin]);
            for (int day = 0; day < 7; day++) {
                int weekday = day;
                weekdays.add(
                        own.stream().filter(one -> one.weekday() == weekday).toList(), rates[bin]);
            }
            own.stream()
                    .mapToInt(Weighed::cycle)
                    .distinct()
                    .forEach(cycle -> cycles.add(
                            own.stream().filter(one -> one.cycle() == cycle).toList(), rates[bin]));
        }
        double within = bounded((weekdays.repeat() ? weekdays : whole).within(), 0.002, 25);
        return new Variances(
                within,
                bounded(between(bins, rates, known, within), 0.01, 4),
                bounded(weekdays.between(within, 0), LEAST, 1),
                bounded(cycles.between(within, FEWEST_DAYS_OF_CYCLE) - weekdays.between(within, 0) / 7, LEAST, 1));
    }

    private static double between(List<List<Weighed>> bins, double[] rates, int[] known, double within) {
        if (known.length < 2) {
            return FillGroup.USUAL.between();
        }
        double[] some = IntStream.of(known).mapToDouble(bin -> rates[bin]).toArray();
        double chance = IntStream.of(known)
                .mapToDouble(bin -> within / days(bins.get(bin)))
                .average()
                .orElse(0);
        double mean = StatUtils.mean(some);
        return StatUtils.variance(some) / (mean * mean) - chance;
    }

    private static double days(List<Weighed> own) {
        return own.stream().mapToDouble(Weighed::exposure).sum();
    }

    private static double bounded(double value, double low, double high) {
        return Math.max(low, Math.min(high, value));
    }

    /** Segments of one bin that have something in common, over all bins. One thread. */
    private static final class Cells {
        private double squares;
        private int degrees;
        private final List<double[]> means = new ArrayList<>();

        void add(List<Weighed> cell, double rate) {
            if (cell.isEmpty()) {
                return;
            }
            double days = days(cell);
            double mean = cell.stream().mapToDouble(Weighed::gain).sum() / (rate * days);
            for (Weighed one : cell) {
                double off = one.gain() / (rate * one.exposure()) - mean;
                squares += one.exposure() * off * off;
            }
            degrees += cell.size() - 1;
            means.add(new double[] {mean, days});
        }

        /** Whether most cells have a second segment. */
        boolean repeat() {
            return degrees >= means.size();
        }

        double within() {
            return degrees == 0 ? FillGroup.USUAL.within() : squares / degrees;
        }

        /** By how much cells' means differ more than chance makes them. */
        double between(double within, double fewestDays) {
            return means.stream()
                    .filter(cell -> cell[1] >= fewestDays)
                    .mapToDouble(cell -> (cell[0] - 1) * (cell[0] - 1) - within / cell[1])
                    .average()
                    .orElse(0);
        }
    }
}
