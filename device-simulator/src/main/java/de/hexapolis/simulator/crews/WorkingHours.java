package de.hexapolis.simulator.crews;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** When a crew is at work: from Monday to Friday by day, or at any hour. Immutable. */
record WorkingHours(ZoneId zone, LocalTime from, LocalTime until, boolean always) {
    static WorkingHours byDay(ZoneId zone) {
        return new WorkingHours(zone, LocalTime.of(6, 0), LocalTime.of(14, 30), false);
    }

    static WorkingHours always(ZoneId zone) {
        return new WorkingHours(zone, LocalTime.MIN, LocalTime.MAX, true);
    }

    /** That instant if somebody is at work then, else the same span into the next shift as it lies behind the last one. */
    Instant atWork(Instant wanted) {
        ZonedDateTime local = wanted.atZone(zone);
        if (always || isAtWork(local)) {
            return wanted;
        }
        LocalDate day = local.toLocalTime().isBefore(from)
                ? local.toLocalDate()
                : local.toLocalDate().plusDays(1);
        while (isWeekend(day)) {
            day = day.plusDays(1);
        }
        // not all at the stroke of the hour
        return day.atTime(from)
                .plusSeconds(Math.floorMod(wanted.getEpochSecond(), 3_600))
                .atZone(zone)
                .toInstant();
    }

    private boolean isAtWork(ZonedDateTime local) {
        LocalTime time = local.toLocalTime();
        return !isWeekend(local.toLocalDate()) && !time.isBefore(from) && time.isBefore(until);
    }

    private static boolean isWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }
}
