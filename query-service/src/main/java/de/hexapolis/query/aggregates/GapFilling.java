package de.hexapolis.query.aggregates;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Puts values into buckets that have none (NaN), as {@link Gap} says. Pure. */
final class GapFilling {
    private GapFilling() {}

    /**
     * @param starts of the buckets: lines are straight by the time between these
     * @param now buckets that have not begun by then take no previous value
     * @return the values, or some of them filled in; before the first one nothing is, and {@code linear} fills nothing
     *     after the last one
     */
    static double[] fill(Gap gap, double[] values, List<Instant> starts, Instant now) {
        return switch (gap) {
            case NONE, NULL -> values;
            case PREVIOUS -> previous(values, starts, now);
            case LINEAR -> linear(values, starts);
        };
    }

    private static double[] previous(double[] values, List<Instant> starts, Instant now) {
        double[] filled = values.clone();
        for (int i = 1; i < filled.length && starts.get(i).isBefore(now); i++) {
            if (Double.isNaN(filled[i])) {
                filled[i] = filled[i - 1];
            }
        }
        return filled;
    }

    private static double[] linear(double[] values, List<Instant> starts) {
        double[] filled = values.clone();
        int before = -1;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                continue;
            }
            for (int gap = before + 1; before >= 0 && gap < i; gap++) {
                double share =
                        seconds(starts.get(before), starts.get(gap)) / seconds(starts.get(before), starts.get(i));
                filled[gap] = values[before] + (values[i] - values[before]) * share;
            }
            before = i;
        }
        return filled;
    }

    private static double seconds(Instant from, Instant until) {
        return Duration.between(from, until).toMillis() / 1000.0;
    }
}
