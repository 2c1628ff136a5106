package de.hexapolis.forecast;

import java.time.Instant;

/**
 * What gathered in a bin in about a day, all within one cycle. Immutable.
 *
 * @param cycle counts the emptyings before it
 * @param gain in points; 0 where noise made it less
 */
public record Segment(Instant from, Instant until, int cycle, double gain) {
    public Segment {
        if (!from.isBefore(until) || !(gain >= 0)) {
            throw new IllegalArgumentException("%s to %s: %s".formatted(from, until, gain));
        }
    }

    /** The instant that decides to which weekday it counts. */
    Instant middle() {
        return from.plusMillis((until.toEpochMilli() - from.toEpochMilli()) / 2);
    }
}
