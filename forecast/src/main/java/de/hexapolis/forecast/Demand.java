package de.hexapolis.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * How strongly sun and trees draw water, in days of July. Thread-safe.
 *
 * <p>Monthly weights after the usual course of reference evapotranspiration in Central Europe, linear from one month's middle
 * to the next: estimates, not yet held against the weather service's means for Hesse. A tree's own slope, learned from the
 * same days, absorbs what is wrong with them in a season.
 */
public final class Demand {
    private static final double[] BY_MONTH = {.08, .14, .32, .55, .80, .95, 1.00, .88, .60, .34, .14, .07};

    private static final int HORIZON_DAYS = 90;

    private Demand() {}

    /** On a day, in days of July. */
    public static double on(LocalDate day) {
        double months = day.getMonthValue() - 1 + (day.getDayOfMonth() - 0.5) / day.lengthOfMonth() - 0.5;
        int month = (int) Math.floor(months);
        double within = months - month;
        return BY_MONTH[(month + 12) % 12] * (1 - within) + BY_MONTH[(month + 13) % 12] * within;
    }

    /** Between two instants; 0 if the second is not after the first. */
    public static double between(Instant from, Instant until, ZoneId zone) {
        if (!from.isBefore(until)) {
            return 0;
        }
        ZonedDateTime start = from.atZone(zone);
        ZonedDateTime end = until.atZone(zone);
        double sum = partOfDay(end) * on(end.toLocalDate()) - partOfDay(start) * on(start.toLocalDate());
        for (LocalDate day = start.toLocalDate(); day.isBefore(end.toLocalDate()); day = day.plusDays(1)) {
            sum += on(day);
        }
        return sum;
    }

    /** When so much demand has come; empty: not within 90 days. */
    public static Optional<Instant> passed(double days, Instant from, ZoneId zone) {
        ZonedDateTime start = from.atZone(zone);
        double left = days + partOfDay(start) * on(start.toLocalDate());
        for (int ahead = 0; ahead < HORIZON_DAYS; ahead++) {
            LocalDate day = start.toLocalDate().plusDays(ahead);
            if (left <= on(day)) {
                long seconds = (long) (left / on(day) * 86_400);
                return Optional.of(day.atStartOfDay(zone).plusSeconds(seconds).toInstant());
            }
            left -= on(day);
        }
        return Optional.empty();
    }

    private static double partOfDay(ZonedDateTime at) {
        return at.toLocalTime().toNanoOfDay() / 8.64e13;
    }
}
