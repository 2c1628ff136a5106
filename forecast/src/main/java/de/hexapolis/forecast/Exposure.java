package de.hexapolis.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * How much of a usual day's waste a stretch of time brings: 1 for a whole usual day. Immutable, thread-safe.
 *
 * <p>By local time: in an hour that is repeated or left out when the clocks change nothing is counted twice or missed.
 */
public final class Exposure {
    private final ZoneId zone;
    private final double[] until = new double[25];
    private final double[] weekday;

    /**
     * @param hourShares of the day's waste, 24, summing to 1
     * @param weekday factors, Monday first
     */
    public Exposure(ZoneId zone, List<Double> hourShares, List<Double> weekday) {
        this.zone = zone;
        for (int hour = 0; hour < 24; hour++) {
            until[hour + 1] = until[hour] + hourShares.get(hour);
        }
        this.weekday = Doubles.array(weekday);
    }

    /** 0 if the second is not after the first. */
    public double between(Instant from, Instant until) {
        if (!from.isBefore(until)) {
            return 0;
        }
        ZonedDateTime start = from.atZone(zone);
        ZonedDateTime end = until.atZone(zone);
        LocalDate last = end.toLocalDate();
        double sum = factor(last) * shareBefore(end.toLocalTime())
                - factor(start.toLocalDate()) * shareBefore(start.toLocalTime());
        for (LocalDate day = start.toLocalDate(); day.isBefore(last); day = day.plusDays(1)) {
            sum += factor(day);
        }
        return Math.max(0, sum);
    }

    private double factor(LocalDate day) {
        return weekday[day.getDayOfWeek().getValue() - 1];
    }

    private double shareBefore(LocalTime time) {
        double hours = time.toNanoOfDay() / 3.6e12;
        int whole = (int) hours;
        return until[whole] + (hours - whole) * (until[whole + 1] - until[whole]);
    }

    /** Monday 0 to Sunday 6. */
    int weekdayOf(Instant at) {
        return at.atZone(zone).getDayOfWeek().getValue() - 1;
    }

    ZoneId zone() {
        return zone;
    }
}
