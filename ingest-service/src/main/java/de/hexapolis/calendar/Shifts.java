package de.hexapolis.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a crew works. Immutable.
 *
 * @param shifts empty: at any time
 */
public record Shifts(List<Shift> shifts, boolean offOnHolidays) {
    /** At any time. */
    public static final Shifts ALWAYS = new Shifts(List.of(), false);

    /** Longer than any run of days off can be. */
    private static final int DAYS_AHEAD = 60;

    /**
     * A shift may last over midnight.
     *
     * @param days on which it begins
     */
    public record Shift(WeekdayCalendar days, DailySpan span) {}

    public Shifts {
        shifts = List.copyOf(shifts);
    }

    public boolean isOn(Instant instant, ZoneId zone) {
        LocalDate day = instant.atZone(zone).toLocalDate();
        return shifts.isEmpty()
                || shifts.stream().anyMatch(shift -> Stream.of(day.minusDays(1), day)
                        .anyMatch(
                                begin -> isWorked(shift, begin) && shift.span().covers(begin, instant, zone)));
    }

    /** The instant itself within a shift, else the beginning of the next; empty: there is none in the next weeks. */
    public Optional<Instant> onFrom(Instant instant, ZoneId zone) {
        if (isOn(instant, zone)) {
            return Optional.of(instant);
        }
        LocalDate today = instant.atZone(zone).toLocalDate();
        return Stream.iterate(today, day -> day.plusDays(1))
                .limit(DAYS_AHEAD)
                .flatMap(day -> shifts.stream()
                        .filter(shift -> isWorked(shift, day))
                        .map(shift -> shift.span().begin(day, zone)))
                .filter(begin -> begin.isAfter(instant))
                .min(Instant::compareTo);
    }

    private boolean isWorked(Shift shift, LocalDate day) {
        return shift.days().includes(day) && !(offOnHolidays && shift.days().isHoliday(day));
    }
}
