package de.hexapolis.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * The way ahead of a bin that nobody empties. Immutable.
 *
 * <p>The level's distribution is carried forward day by day, a day being 24 hours from now: each day adds what is expected
 * times one of the bin's past ratios. Five runs with a slower and a faster rate are averaged (Gauss–Hermite), since the rate
 * itself is uncertain. What passes the limit does so when its share of that day has come.
 */
public final class FillForecast {
    static final int DAYS = 14;
    private static final int HOURS = DAYS * 24;
    private static final int SHARES = 100;

    private static final double NEGLIGIBLE = 1e-6;

    private final FillNow now;
    private final Exposure exposure;
    private final double limit;
    private final Pace pace;
    private final double step;
    /** Probability of being full after so many hours. */
    private final double[] fullAfter = new double[HOURS + 1];

    private FillForecast(FillNow now, FillProfile profile, Exposure exposure, double limit) {
        this.now = now;
        this.exposure = exposure;
        this.step = profile.step();
        this.limit = Math.max(1, limit - step / 2);
        this.pace = Pace.of(now, profile);
    }

    /** @param limit in percent, from which on the bin counts as full */
    public static FillForecast of(FillNow now, FillProfile profile, Exposure exposure, double limit) {
        FillForecast forecast = new FillForecast(now, profile, exposure, limit);
        forecast.run();
        return forecast;
    }

    private void run() {
        double[] passing = new double[HOURS + 1];
        double[][] open = pace.start((int) Math.ceil(limit));
        for (double[] mass : open) {
            for (int cell = (int) Math.ceil(limit); cell < mass.length; cell++) {
                passing[0] += mass[cell];
                mass[cell] = 0;
            }
        }
        for (int day = 0; day < DAYS && left(open) > 0.001; day++) {
            int[] hourOf = hoursOfShares(day);
            double expected = exposure.between(after(day * 24.0), after(day * 24.0 + 24));
            for (int run = 0; run < open.length; run++) {
                open[run] = pass(open[run], expected * pace.rate(run), hourOf, passing);
            }
        }
        double sum = 0;
        for (int hour = 0; hour <= HOURS; hour++) {
            sum += passing[hour];
            fullAfter[hour] = Math.min(1, sum);
        }
    }

    /** Carries what is below the limit a day forward; what passes it is counted in its hour. */
    private double[] pass(double[] mass, double expected, int[] hourOf, double[] passing) {
        double[] next = new double[mass.length];
        for (int cell = 0; cell < mass.length; cell++) {
            if (mass[cell] < NEGLIGIBLE) {
                continue;
            }
            double each = mass[cell] / pace.ratios().length;
            for (double ratio : pace.ratios()) {
                double gain = expected * ratio;
                if (cell + gain >= limit) {
                    double share = Math.max(0, (limit - cell) / gain);
                    passing[hourOf[(int) Math.min(SHARES, Math.ceil(share * SHARES))]] += each;
                } else {
                    Grid.add(next, cell + gain, each);
                }
            }
        }
        return next;
    }

    private static double left(double[][] open) {
        return Arrays.stream(open).flatMapToDouble(Arrays::stream).sum();
    }

    /** By when each hundredth of a day's waste has come, in hours from now. */
    private int[] hoursOfShares(int day) {
        double[] come = new double[25];
        for (int hour = 1; hour <= 24; hour++) {
            come[hour] = come[hour - 1] + exposure.between(after(day * 24.0 + hour - 1), after(day * 24.0 + hour));
        }
        int[] hours = new int[SHARES + 1];
        int hour = 1;
        for (int share = 0; share <= SHARES; share++) {
            while (hour < 24 && come[hour] < come[24] * share / SHARES) {
                hour++;
            }
            hours[share] = day * 24 + hour;
        }
        return hours;
    }

    private Instant after(double hours) {
        return now.at().plusMillis((long) (hours * 3_600_000));
    }

    public TimeToFull timeToFull() {
        return new TimeToFull(when(0.1), when(0.5), when(0.9));
    }

    private Optional<Instant> when(double probability) {
        for (int hour = 0; hour <= HOURS; hour++) {
            if (fullAfter[hour] >= probability) {
                double before = hour == 0 ? 0 : fullAfter[hour - 1];
                double within = hour == 0 ? 0 : (probability - before) / (fullAfter[hour] - before) - 1;
                return Optional.of(after(hour + within));
            }
        }
        return Optional.empty();
    }

    /** The probability that the bin is full by then; after a fortnight as on its last day. */
    public double fullBy(Instant at) {
        double hours = Duration.between(now.at(), at).toMillis() / 3.6e6;
        if (hours >= HOURS) {
            return fullAfter[HOURS];
        }
        int whole = (int) Math.max(0, hours);
        double within = Math.max(0, hours) - whole;
        return fullAfter[whole] + within * (fullAfter[whole + 1] - fullAfter[whole]);
    }

    /** What the sensor will show, at most a fortnight ahead. */
    public Levels levelsAt(Instant at) {
        double[][] runs = pace.start(100);
        double hours = Math.min(HOURS, Duration.between(now.at(), at).toMillis() / 3.6e6);
        for (double from = 0; from < hours; from += 24) {
            double expected = exposure.between(after(from), after(Math.min(hours, from + 24)));
            for (int run = 0; run < runs.length; run++) {
                runs[run] = carried(runs[run], expected * pace.rate(run));
            }
        }
        double[] sum = new double[101];
        for (double[] run : runs) {
            Arrays.setAll(sum, cell -> sum[cell] + run[cell]);
        }
        return new Levels(sum, step);
    }

    private double[] carried(double[] mass, double expected) {
        double[] next = new double[mass.length];
        for (int cell = 0; cell < mass.length; cell++) {
            if (mass[cell] >= NEGLIGIBLE) {
                double each = mass[cell] / pace.ratios().length;
                for (double ratio : pace.ratios()) {
                    Grid.add(next, cell + expected * ratio, each);
                }
            }
        }
        return next;
    }
}
