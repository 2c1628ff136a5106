package de.hexapolis.simulator.physics;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** An instant as people on site see it: local epoch day and hour of that day with its fraction, 0 to 24. */
record LocalHour(long day, double hour) {
    static LocalHour of(Instant instant, ZoneId zone) {
        ZonedDateTime local = instant.atZone(zone);
        return new LocalHour(
                local.toLocalDate().toEpochDay(), local.toLocalTime().toNanoOfDay() / 3.6e12);
    }

    /** Hours since local midnight of the given day; a day counts 24 hours, the two odd days of a year included. */
    double hoursSince(long otherDay) {
        return (day - otherDay) * 24 + hour;
    }

    /** 0 for Monday to 6 for Sunday. */
    static int weekday(long day) {
        return (int) Math.floorMod(day + 3, 7L);
    }
}
