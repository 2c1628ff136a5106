package de.hexapolis.judge;

import de.hexapolis.telemetry.Quality;
import java.time.Instant;
import java.util.List;

/**
 * Readings of a series that are to be believed no longer, or again. Immutable.
 *
 * @param instants of single readings
 * @param from and all readings from then on, which were not read one by one
 * @param until exclusive; not after {@code from}: none
 */
record Requalified(int seriesId, Quality before, Quality after, List<Instant> instants, Instant from, Instant until) {
    Requalified {
        instants = List.copyOf(instants);
    }

    static Requalified single(int seriesId, Quality before, Quality after, List<Instant> instants) {
        return new Requalified(seriesId, before, after, instants, Instant.EPOCH, Instant.EPOCH);
    }

    static Requalified span(int seriesId, Quality before, Quality after, Instant from, Instant until) {
        return new Requalified(seriesId, before, after, List.of(), from, until);
    }

    boolean hasSpan() {
        return from.isBefore(until);
    }

    boolean isEmpty() {
        return instants.isEmpty() && !hasSpan();
    }
}
