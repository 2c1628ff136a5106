package de.hexapolis.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a crew goes round. A time that the change of the clocks skips is an hour later, one that comes twice is the first.
 * Immutable.
 *
 * @param at the city's time
 * @param everyWeeks 1: each week; else counted from the week of {@code from}
 * @param from the first day; no round before it
 */
public record RoundPlan(
        WeekdayCalendar days, LocalTime at, int everyWeeks, Optional<LocalDate> from, OnHoliday onHoliday) {
    /** What happens to a round that falls on a holiday. */
    public enum OnHoliday {
        /** Monday to Saturday; where a round is planned on that day anyway, both are one. */
        NEXT_WORKDAY,
        SKIP,
        AS_USUAL
    }

    /** For so many days a round may be put off; no run of holidays and Sundays is as long. */
    private static final int LONGEST_DELAY = 14;
    /** A round that was put off may be later than those that were planned after it. */
    private static final int CANDIDATES = 8;

    public RoundPlan {
        if (everyWeeks < 1 || (everyWeeks > 1 && from.isEmpty())) {
            throw new IllegalArgumentException("every %d weeks, from %s".formatted(everyWeeks, from));
        }
    }

    /** The first round after the instant; empty if there is none within a year of it and of {@code from}. */
    public Optional<Instant> next(Instant after, ZoneId zone) {
        LocalDate today = after.atZone(zone).toLocalDate();
        LocalDate first = from.filter(today::isBefore).orElse(today).minusDays(LONGEST_DELAY);
        return Stream.iterate(first, day -> day.plusDays(1))
                .limit(ChronoUnit.DAYS.between(first, first.plusYears(1)) + LONGEST_DELAY)
                .filter(this::isPlanned)
                .flatMap(day -> actual(day).stream())
                .map(day -> day.atTime(at).atZone(zone).toInstant())
                .filter(round -> round.isAfter(after))
                .limit(CANDIDATES)
                .min(Instant::compareTo);
    }

    private boolean isPlanned(LocalDate day) {
        if (!days.includes(day) || from.filter(day::isBefore).isPresent()) {
            return false;
        }
        return everyWeeks == 1
                || from.filter(start -> ChronoUnit.WEEKS.between(monday(start), monday(day)) % everyWeeks == 0)
                        .isPresent();
    }

    private Optional<LocalDate> actual(LocalDate day) {
        if (!days.isHoliday(day)) {
            return Optional.of(day);
        }
        return switch (onHoliday) {
            case NEXT_WORKDAY -> Optional.of(days.workdayFrom(day));
            case SKIP -> Optional.empty();
            case AS_USUAL -> Optional.of(day);
        };
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
