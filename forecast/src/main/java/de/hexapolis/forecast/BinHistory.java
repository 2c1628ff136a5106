package de.hexapolis.forecast;

import java.time.ZoneId;
import java.util.List;

/**
 * What is worth remembering of a bin's past weeks. Immutable.
 *
 * @param gainByHour points gathered in each hour of the local day, 24
 * @param errors of past forecasts in deviations of the forecast; see {@link PastErrors}
 * @param step in which the sensor counts
 */
public record BinHistory(List<Segment> segments, List<Double> gainByHour, List<Double> errors, double step) {
    public BinHistory {
        segments = List.copyOf(segments);
        gainByHour = List.copyOf(gainByHour);
        errors = List.copyOf(errors);
    }

    /** @param levels believed ones, by rising time */
    public static BinHistory of(List<Level> levels, ZoneId zone) {
        List<List<Level>> cycles = Cycles.of(levels);
        return new BinHistory(
                Segments.of(cycles, zone), Segments.gainByHour(cycles, zone), List.of(), Cycles.stepOf(levels));
    }

    public BinHistory withErrors(List<Double> found) {
        return new BinHistory(segments, gainByHour, found, step);
    }
}
