package de.hexapolis.forecast;

import java.util.Arrays;
import java.util.List;

/** In which hours of the day waste comes. */
final class HourShares {
    private static final double LEAST = 0.001;

    private HourShares() {}

    /** Each bin counts the same; neighbouring hours are averaged, since a fleet's readings fall anywhere into them. */
    static List<Double> of(List<BinHistory> histories) {
        double[] hours = new double[24];
        for (BinHistory history : histories) {
            double total = history.gainByHour().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            for (int hour = 0; hour < 24 && total > 1; hour++) {
                hours[hour] += history.gainByHour().get(hour) / total;
            }
        }
        double[] smooth = new double[24];
        for (int hour = 0; hour < 24; hour++) {
            double around = hours[(hour + 23) % 24] + 2 * hours[hour] + hours[(hour + 1) % 24];
            smooth[hour] = Math.max(LEAST * histories.size(), around / 4);
        }
        double total = Arrays.stream(smooth).sum();
        return Arrays.stream(smooth).mapToObj(share -> share / total).toList();
    }
}
