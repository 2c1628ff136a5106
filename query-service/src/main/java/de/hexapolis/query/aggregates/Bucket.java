package de.hexapolis.query.aggregates;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;

/**
 * How long a bucket is, by the local calendar: days have 23 to 25 hours, weeks begin on Monday. Quarters of an hour and
 * hours are counted from the hour of the local clock, and a clock put back gives each of the repeated hours its own.
 */
public enum Bucket {
    QUARTER_HOUR("PT15M", Duration.ofMinutes(15)),
    HOUR("PT1H", Duration.ofHours(1)),
    DAY("P1D", Duration.ofDays(1)),
    WEEK("P1W", Duration.ofDays(7)),
    MONTH("P1M", Duration.ofDays(30));

    private final String wireName;
    private final Duration usual;

    Bucket(String wireName, Duration usual) {
        this.wireName = wireName;
        this.usual = usual;
    }

    public String wireName() {
        return wireName;
    }

    /** How long it usually is: for estimates. */
    public Duration usual() {
        return usual;
    }

    /** The start of the bucket that holds the moment. */
    public Instant startOf(Instant moment, ZoneId zone) {
        ZonedDateTime local = moment.atZone(zone);
        return switch (this) {
            case QUARTER_HOUR ->
                local.truncatedTo(ChronoUnit.HOURS)
                        .plusMinutes(local.getMinute() / 15 * 15L)
                        .toInstant();
            case HOUR -> local.truncatedTo(ChronoUnit.HOURS).toInstant();
            case DAY -> local.toLocalDate().atStartOfDay(zone).toInstant();
            case WEEK ->
                local.toLocalDate()
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .atStartOfDay(zone)
                        .toInstant();
            case MONTH ->
                local.toLocalDate().withDayOfMonth(1).atStartOfDay(zone).toInstant();
        };
    }

    /** The start of the bucket after the one that starts here. */
    public Instant next(Instant start, ZoneId zone) {
        return switch (this) {
            // no calendar is needed to count them
            case QUARTER_HOUR, HOUR -> start.plus(usual);
            case DAY -> date(start, zone).plusDays(1).atStartOfDay(zone).toInstant();
            case WEEK -> date(start, zone).plusWeeks(1).atStartOfDay(zone).toInstant();
            case MONTH -> date(start, zone).plusMonths(1).atStartOfDay(zone).toInstant();
        };
    }

    private static LocalDate date(Instant moment, ZoneId zone) {
        return moment.atZone(zone).toLocalDate();
    }
}
