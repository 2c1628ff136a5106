package de.hexapolis.occurrences;

import de.hexapolis.telemetry.Channel;
import java.time.Instant;
import java.util.List;

/**
 * Something that happened. Immutable.
 *
 * @param kind {@code emptying} or {@code wetting}; whether a wetting was rain is not seen by one asset
 * @param at of the first reading that shows it
 * @param before the value that it fell from
 * @param reached other channels in which it showed as well
 */
public record Occurrence(String kind, Instant at, int seriesId, double before, double after, List<Channel> reached) {
    public Occurrence {
        reached = List.copyOf(reached);
    }
}
