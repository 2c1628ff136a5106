package de.hexapolis.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.Collections;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The public holidays of Hesse, section 1 of its Feiertagsgesetz: ten a year, six of them by the date of Easter. Easter
 * Sunday and Whit Sunday are holidays by law too, but Sundays anyway. Stateless.
 */
public final class HessianHolidays {
    private HessianHolidays() {}

    /** The holidays of a year by date, with their German names. */
    public static NavigableMap<LocalDate, String> of(int year) {
        LocalDate easter = easter(year);
        NavigableMap<LocalDate, String> days = new TreeMap<>();
        days.put(LocalDate.of(year, Month.JANUARY, 1), "Neujahr");
        days.put(easter.minusDays(2), "Karfreitag");
        days.put(easter.plusDays(1), "Ostermontag");
        days.put(LocalDate.of(year, Month.MAY, 1), "Tag der Arbeit");
        days.merge(easter.plusDays(39), "Christi Himmelfahrt", (one, other) -> one + ", " + other);
        days.put(easter.plusDays(50), "Pfingstmontag");
        days.put(easter.plusDays(60), "Fronleichnam");
        days.put(LocalDate.of(year, Month.OCTOBER, 3), "Tag der Deutschen Einheit");
        days.put(LocalDate.of(year, Month.DECEMBER, 25), "1. Weihnachtstag");
        days.put(LocalDate.of(year, Month.DECEMBER, 26), "2. Weihnachtstag");
        return Collections.unmodifiableNavigableMap(days);
    }

    public static boolean isHoliday(LocalDate day) {
        return of(day.getYear()).containsKey(day);
    }

    /** Easter Sunday by the Gregorian computus (Meeus, Jones, Butcher). */
    static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int ofCentury = year % 100;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * golden + century - century / 4 - correction + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
        int late = (golden + 11 * epact + 22 * weekday) / 451;
        int day = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
