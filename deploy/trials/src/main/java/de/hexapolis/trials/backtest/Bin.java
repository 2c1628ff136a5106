package de.hexapolis.trials.backtest;

import de.hexapolis.forecast.Level;
import java.time.ZoneId;
import java.util.List;

/**
 * A bin's readings and the moments at which forecasts of it are judged. Immutable.
 *
 * @param limit in percent, from which on it counts as full
 * @param readings by rising time
 * @param origins by rising time
 */
record Bin(String name, ZoneId zone, double limit, List<Level> readings, List<Origin> origins) {
    Bin {
        readings = List.copyOf(readings);
        origins = List.copyOf(origins);
    }
}
