package de.hexapolis.store;

import java.time.Instant;
import java.util.Comparator;

/**
 * One reading on its way into the table. Immutable.
 *
 * @param observedAt to the microsecond
 * @param value finite
 * @param quality code of {@link de.hexapolis.telemetry.Quality}
 * @param day start of the city's local day of the reading
 * @param derived computed here from another reading, so that another value under the same key is no conflict
 */
public record ObservationRow(
        int seriesId, Instant observedAt, double value, short quality, Instant day, boolean derived) {
    /** The order in which all replicas lock rows, so that overlapping batches cannot deadlock. */
    static final Comparator<ObservationRow> BY_KEY =
            Comparator.comparingInt(ObservationRow::seriesId).thenComparing(ObservationRow::observedAt);

    Key key() {
        return new Key(seriesId, observedAt);
    }

    /** What makes an observation unique. */
    record Key(int seriesId, Instant observedAt) {}
}
