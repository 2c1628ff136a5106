package de.hexapolis.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * When a crew is left in peace: some hours of each day, and some days as a whole. Immutable.
 *
 * @param hours empty: none
 * @param quietDays quiet as a whole: its weekdays, of which none means none here, and its holidays
 * @param above the severity from which on something is told all the same, such as {@code urgent}; empty: none
 */
public record QuietHours(Optional<DailySpan> hours, WeekdayCalendar quietDays, Optional<String> above) {
    /** Never quiet. */
    public static final QuietHours NONE =
            new QuietHours(Optional.empty(), new WeekdayCalendar(Set.of(), false, Set.of()), Optional.empty());

    public QuietHours {
        if (quietDays.weekdays().size() > 6) {
            throw new IllegalArgumentException("quiet on all days of the week");
        }
    }

    public boolean isQuiet(Instant instant, ZoneId zone) {
        LocalDate day = instant.atZone(zone).toLocalDate();
        return isQuietDay(day)
                || hours.filter(span -> span.covers(day, instant, zone) || span.covers(day.minusDays(1), instant, zone))
                        .isPresent();
    }

    /** The first instant from this one on that is not quiet. */
    public Instant endsAt(Instant instant, ZoneId zone) {
        Instant end = instant;
        while (isQuiet(end, zone)) {
            LocalDate day = end.atZone(zone).toLocalDate();
            end = isQuietDay(day) ? day.plusDays(1).atStartOfDay(zone).toInstant() : endOfHours(day, end, zone);
        }
        return end;
    }

    private Instant endOfHours(LocalDate day, Instant instant, ZoneId zone) {
        DailySpan span = hours.orElseThrow();
        return span.end(span.covers(day.minusDays(1), instant, zone) ? day.minusDays(1) : day, zone);
    }

    private boolean isQuietDay(LocalDate day) {
        return quietDays.isHoliday(day) || quietDays.weekdays().contains(day.getDayOfWeek());
    }
}
