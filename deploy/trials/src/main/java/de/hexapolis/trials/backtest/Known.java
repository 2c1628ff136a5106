package de.hexapolis.trials.backtest;

import de.hexapolis.forecast.Cycles;
import de.hexapolis.forecast.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What could be known of a bin at an instant: readings and rounds until then, nothing later. Immutable.
 *
 * @param readings of the last 56 days
 * @param past origins whose round had come
 */
record Known(Bin bin, Instant now, List<Level> readings, List<Origin> past, List<List<Level>> cycles) {
    private static final Duration REMEMBERED = Duration.ofDays(56);

    static Known at(Bin bin, Instant now) {
        List<Level> readings = bin.readings().stream()
                .filter(level -> !level.at().isAfter(now) && level.at().isAfter(now.minus(REMEMBERED)))
                .toList();
        List<Origin> past = bin.origins().stream()
                .filter(origin -> !origin.roundAt().isAfter(now))
                .toList();
        return new Known(bin, now, readings, past, Cycles.of(readings));
    }

    /** The newest reading, smoothed as ours are: a single echo is not held against anybody. */
    double level() {
        List<Level> last = cycles.get(cycles.size() - 1);
        return last.get(last.size() - 1).value();
    }
}
