package de.hexapolis.simulator.physics;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** An instant as people on site see it: local epoch day and hour of that day with its fraction, 0 to 24. */
public record LocalHour(long day, double hour) {
    private static final double NANOS_PER_HOUR = 3.6e12;

    public static LocalHour of(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        return new LocalHour(
                local.toLocalDate().toEpochDay(), local.toLocalTime().toNanoOfDay() / NANOS_PER_HOUR);
    }

    /** The instant, to the second; of an hour that the clocks skip, the one after the gap. */
    Instant instant(ZoneId zone) {
        long seconds = Math.min(86_399, Math.round(hour * 3_600));
        return LocalDate.ofEpochDay(day)
                .atTime(LocalTime.ofSecondOfDay(seconds))
                .atZone(zone)
                .toInstant();
    }

    /** Hours since local midnight of the given day; a day counts 24 hours, the two odd days of a year included. */
    double hoursSince(long otherDay) {
        return (day - otherDay) * 24 + hour;
    }

    boolean isAfter(LocalHour other) {
        return day > other.day || (day == other.day && hour > other.hour);
    }

    /** 0 for Monday to 6 for Sunday. */
    static int weekday(long day) {
        return (int) Math.floorMod(day + 3, 7L);
    }
}
