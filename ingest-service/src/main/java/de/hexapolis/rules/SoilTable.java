package de.hexapolis.rules;

import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Limits by a tree's standing year and the probe's depth; the worst depth decides. Immutable.
 *
 * @param rows by rising year; a row holds from its year on until the next row's
 * @param depthsNeeded with fewer depths that are measured nothing is said
 * @param hysteresisPercent how far below the limit a depth must be at the end, in percent of the limit
 * @param standingYearFrom the asset's property that holds the year of planting
 * @param unknownYear the standing year of a tree without one
 * @param opensAt levels below it open nothing
 * @param untilYear the last standing year that the table is about; empty: any
 */
public record SoilTable(
        Quantity quantity,
        List<Row> rows,
        int depthsNeeded,
        double hysteresisPercent,
        Duration holdsFor,
        String standingYearFrom,
        int unknownYear,
        Severity opensAt,
        OptionalInt untilYear)
        implements Sampled {
    /** @param depths levels from harmless to bad, {@link Direction#AT_LEAST} */
    public record Row(int year, Map<Channel, List<Level>> depths) {
        public Row {
            depths = Map.copyOf(depths);
        }
    }

    public SoilTable {
        rows = List.copyOf(rows);
    }

    @Override
    public Verdict judge(Sensed sensed, Optional<Episode> stored) {
        throw new UnsupportedOperationException("not folded yet");
    }

    @Override
    public Duration lookBack(Duration interval) {
        return holdsFor.plus(interval.multipliedBy(3));
    }
}
