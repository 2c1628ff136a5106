package de.hexapolis.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Days of the week, and which days are holidays. Immutable.
 *
 * @param weekdays empty: all
 * @param hessian whether the holidays of Hesse are holidays
 * @param also further holidays, such as a city's own
 */
public record WeekdayCalendar(Set<DayOfWeek> weekdays, boolean hessian, Set<LocalDate> also) {
    public WeekdayCalendar {
        weekdays = Set.copyOf(weekdays);
        also = Set.copyOf(also);
    }

    /** On such days of the week, with the holidays of Hesse. */
    public static WeekdayCalendar on(Set<DayOfWeek> weekdays) {
        return new WeekdayCalendar(weekdays, true, Set.of());
    }

    /** Whether the day is one of the weekdays, holiday or not. */
    public boolean includes(LocalDate day) {
        return weekdays.isEmpty() || weekdays.contains(day.getDayOfWeek());
    }

    public boolean isHoliday(LocalDate day) {
        return also.contains(day) || (hessian && HessianHolidays.isHoliday(day));
    }

    /** Monday to Saturday, but for holidays. */
    public boolean isWorkday(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SUNDAY && !isHoliday(day);
    }

    /** The first workday from this day on. */
    public LocalDate workdayFrom(LocalDate day) {
        LocalDate workday = day;
        while (!isWorkday(workday)) {
            workday = workday.plusDays(1);
        }
        return workday;
    }
}
