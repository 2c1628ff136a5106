package de.hexapolis.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * Months, and days of the week, in which something holds. Immutable.
 *
 * @param weekdays empty: all
 */
public record Season(Set<Month> months, Set<DayOfWeek> weekdays) {
    public Season {
        months = Set.copyOf(months);
        weekdays = Set.copyOf(weekdays);
    }

    public boolean covers(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        return months.contains(local.getMonth()) && (weekdays.isEmpty() || weekdays.contains(local.getDayOfWeek()));
    }
}
