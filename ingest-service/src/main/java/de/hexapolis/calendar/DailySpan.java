package de.hexapolis.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * From one time of day to another, over midnight where it ends before it begins. Immutable.
 *
 * @param from included
 * @param until excluded; not {@code from}
 */
public record DailySpan(LocalTime from, LocalTime until) {
    public DailySpan {
        if (from.equals(until)) {
            throw new IllegalArgumentException("from %s until %s is no span".formatted(from, until));
        }
    }

    /** When the span of a day begins. */
    public Instant begin(LocalDate day, ZoneId zone) {
        return day.atTime(from).atZone(zone).toInstant();
    }

    /** When the span that begins on the day ends, on that day or the next. */
    public Instant end(LocalDate day, ZoneId zone) {
        LocalDate last = until.isAfter(from) ? day : day.plusDays(1);
        return last.atTime(until).atZone(zone).toInstant();
    }

    /** Whether the span that begins on the day covers the instant. */
    public boolean covers(LocalDate day, Instant instant, ZoneId zone) {
        return !instant.isBefore(begin(day, zone)) && instant.isBefore(end(day, zone));
    }
}
