package de.hexapolis.forecast;

import java.util.Collections;
import java.util.List;

/**
 * What is usual among similar bins, and how far they differ. Immutable.
 *
 * <p>The four variances are relative to the rate: {@code within} of one day's gain round its expectation, {@code between} of
 * bins' rates, {@code betweenWeekdays} of a bin's own weekdays round the group's, {@code betweenCycles} of whole cycles.
 * Their quotients decide how much a bin's own history counts (credibility; Bühlmann 1967).
 *
 * @param rate points in a usual day
 * @param hourShares of a day's waste, 24, summing to 1
 * @param weekday factors, Monday first
 * @param ratios of gains to what was expected, by rising value
 * @param idle share of days on which nothing gathered
 * @param widening of the variance, learned from how far past forecasts were off
 * @param bins it was learned from
 */
public record FillGroup(
        double rate,
        List<Double> hourShares,
        List<Double> weekday,
        double within,
        double between,
        double betweenWeekdays,
        double betweenCycles,
        List<Double> ratios,
        double idle,
        double widening,
        int bins) {
    private static final double INTERMITTENT = 0.25;

    /** Where nothing has been learned yet: public bins in a town. */
    public static final FillGroup USUAL = new FillGroup(
            15,
            Collections.nCopies(24, 1 / 24.0),
            Collections.nCopies(7, 1.0),
            0.1,
            0.36,
            0.05,
            0.02,
            List.of(0.4, 0.6, 0.75, 0.85, 0.95, 1.05, 1.15, 1.25, 1.4, 1.6),
            0,
            1,
            0);

    public FillGroup {
        hourShares = List.copyOf(hourShares);
        weekday = List.copyOf(weekday);
        ratios = List.copyOf(ratios);
        if (hourShares.size() != 24 || weekday.size() != 7 || ratios.isEmpty()) {
            throw new IllegalArgumentException(
                    "%d hours, %d weekdays, %d ratios".formatted(hourShares.size(), weekday.size(), ratios.size()));
        }
    }

    /**
     * Whether bins stay as they are on many days. Then a bin differs from others by how often something is thrown in, not by
     * how much; its gains are taken as they were, and nothing is scaled.
     */
    public boolean intermittent() {
        return idle >= INTERMITTENT;
    }

    FillGroup widened(double factor) {
        return new FillGroup(
                rate, hourShares, weekday, within, between, betweenWeekdays, betweenCycles, ratios, idle, factor, bins);
    }
}
