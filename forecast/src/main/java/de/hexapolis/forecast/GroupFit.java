package de.hexapolis.forecast;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.stat.StatUtils;

/** Learns from many bins what is usual among them. One thread. */
public final class GroupFit {
    private static final int FEWEST_BINS = 5;
    private static final int FEWEST_SEGMENTS = 60;
    private static final int RATIOS = 60;
    /** Usual days for which a weekday counts as any other. */
    private static final double EVEN_DAYS = 4;

    private static final double LEAST_EXPOSURE = 0.3;
    private static final double IDLE_POINTS = 1;

    private final List<List<Weighed>> bins;
    private final double[] rates;

    private GroupFit(List<List<Weighed>> bins) {
        this.bins = bins;
        this.rates = bins.stream()
                .mapToDouble(own -> Weighed.sums(own, one -> true).rate())
                .toArray();
    }

    /** @param larger what holds where there are too few bins or days to learn from */
    public static FillGroup of(List<BinHistory> histories, FillGroup larger, ZoneId zone, Instant now) {
        List<BinHistory> some =
                histories.stream().filter(one -> !one.segments().isEmpty()).toList();
        if (some.size() < FEWEST_BINS
                || some.stream().mapToInt(one -> one.segments().size()).sum() < FEWEST_SEGMENTS) {
            return larger;
        }
        List<Double> hours = HourShares.of(some);
        List<Double> weekday =
                new GroupFit(weighed(some, new Exposure(zone, hours, Collections.nCopies(7, 1.0)), now)).weekday();
        return new GroupFit(weighed(some, new Exposure(zone, hours, weekday), now))
                .group(hours, weekday)
                .widened(Widening.of(some, larger.widening()));
    }

    private static List<List<Weighed>> weighed(List<BinHistory> histories, Exposure exposure, Instant now) {
        return histories.stream()
                .map(one -> Weighed.of(one, exposure, now))
                .filter(own -> !own.isEmpty())
                .toList();
    }

    private List<Double> weekday() {
        double[] factors = new double[7];
        for (int day = 0; day < 7; day++) {
            double expected = EVEN_DAYS;
            double came = EVEN_DAYS;
            for (int bin = 0; bin < rates.length; bin++) {
                int weekday = day;
                Weighed.Sums sums = Weighed.sums(bins.get(bin), one -> one.weekday() == weekday);
                if (rates[bin] > 0) {
                    expected += sums.exposure();
                    came += sums.gain() / rates[bin];
                }
            }
            factors[day] = came / expected;
        }
        return Doubles.list(Quantiles.scaledToMeanOne(factors));
    }

    private FillGroup group(List<Double> hours, List<Double> weekday) {
        double rate = Math.max(0.1, StatUtils.mean(rates));
        Variances found = Variances.of(bins, rates);
        FillGroup plain = new FillGroup(
                rate,
                hours,
                weekday,
                found.within(),
                found.between(),
                found.betweenWeekdays(),
                found.betweenCycles(),
                List.of(1.0),
                idle(),
                1,
                rates.length);
        return new FillGroup(
                rate,
                hours,
                weekday,
                plain.within(),
                plain.between(),
                plain.betweenWeekdays(),
                plain.betweenCycles(),
                ratios(plain),
                plain.idle(),
                1,
                plain.bins());
    }

    private double idle() {
        return bins.stream()
                .flatMap(List::stream)
                .filter(one -> one.exposure() >= LEAST_EXPOSURE)
                .mapToDouble(one -> one.gain() < IDLE_POINTS ? 1 : 0)
                .average()
                .orElse(0);
    }

    private List<Double> ratios(FillGroup plain) {
        List<double[]> pool = new ArrayList<>();
        IntStream.range(0, rates.length)
                .filter(bin -> plain.intermittent() || rates[bin] > 0)
                .forEach(bin -> addRatios(pool, bin, plain));
        return pool.isEmpty() ? FillGroup.USUAL.ratios() : Doubles.list(Quantiles.even(pool, RATIOS));
    }

    private void addRatios(List<double[]> pool, int bin, FillGroup plain) {
        boolean scaled = !plain.intermittent();
        double rate = scaled ? rates[bin] : plain.rate();
        List<Double> corrections = FillProfile.corrections(bins.get(bin), rate, plain);
        for (Weighed one : bins.get(bin)) {
            if (one.exposure() >= LEAST_EXPOSURE) {
                double expected = one.exposure() * rate * (scaled ? corrections.get(one.weekday()) : 1);
                pool.add(new double[] {one.gain() / expected, one.weight()});
            }
        }
    }
}
