package de.hexapolis.query.series;

import de.hexapolis.query.paging.Cursor;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * From when until when, and from which end. Immutable.
 *
 * @param from included
 * @param until excluded
 */
record Span(Instant from, Instant until, boolean newestFirst) {
    /** Before and after everything that the store can hold. */
    static final Instant BEGINNING = Instant.parse("1970-01-01T00:00:00Z");

    static final Instant END = Instant.parse("9999-01-01T00:00:00Z");

    /** What remains behind the last row of the page before; no cursor makes it longer. */
    Span behind(Cursor last) {
        Instant at = last.instant();
        if (newestFirst) {
            Instant end = at.isAfter(BEGINNING) ? at : BEGINNING;
            return new Span(from, end.isBefore(until) ? end : until, true);
        }
        Instant begin = at.plus(1, ChronoUnit.MICROS);
        return new Span(begin.isAfter(from) ? begin : from, until, false);
    }
}
