package de.hexapolis.store;

import java.time.Instant;
import java.util.Comparator;

/**
 * One event on its way into the table. Immutable.
 *
 * @param observedAt to the microsecond
 * @param value a JSON value
 */
public record EventRow(long deviceId, long assetId, Instant observedAt, String kind, String value) {
    /** By what makes an event unique, the order in which all replicas lock rows. */
    static final Comparator<EventRow> BY_KEY = Comparator.comparingLong(EventRow::deviceId)
            .thenComparing(EventRow::observedAt)
            .thenComparing(EventRow::kind);
}
