package de.hexapolis.query.aggregates;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Which stretch of time is read from which source. From {@code readFrom} to {@code rolledFrom} and from {@code
 * rolledUntil} to {@code readUntil} observations are read, between them rollups of the source. Immutable.
 */
record ReadingPlan(Source source, Instant readFrom, Instant rolledFrom, Instant rolledUntil, Instant readUntil) {
    private static final long SECONDS_OF_AN_HOUR = 3_600;

    /** Readings further apart are not joined by a line. No day is longer, so within a rollup all are joined. */
    static final Duration LONGEST_LINE = Duration.ofHours(25);

    /**
     * The coarsest source that fits the buckets and needs no reading that may be deleted: hours hold the parts of days at
     * ragged edges. If there is none, the coarsest that fits.
     *
     * @param zones those of the rollups by day
     * @param neighbours whether the readings before and after are wanted, too
     * @param keptSince readings before it may be deleted
     */
    static ReadingPlan of(BucketCalendar calendar, CityZones zones, boolean neighbours, Instant keptSince) {
        List<ReadingPlan> fitting = new ArrayList<>();
        if (calendar.bucket().compareTo(Bucket.DAY) >= 0 && zones.haveDaysOf(calendar.zone())) {
            fitting.add(of(calendar, Source.DAY, Bucket.DAY, neighbours));
        }
        if (calendar.bucket() != Bucket.QUARTER_HOUR && areWholeHours(calendar.starts())) {
            fitting.add(of(calendar, Source.HOUR, Bucket.HOUR, neighbours));
        }
        fitting.removeIf(plan -> !plan.readsRollups());
        fitting.add(raw(calendar, neighbours));
        return fitting.stream()
                .filter(plan -> plan.takesOnlyKept(calendar, keptSince))
                .findFirst()
                .orElse(fitting.get(0));
    }

    /** Observations only. */
    static ReadingPlan raw(BucketCalendar calendar, boolean neighbours) {
        Duration further = neighbours ? LONGEST_LINE : Duration.ZERO;
        Instant until = calendar.until().plus(further);
        return new ReadingPlan(Source.RAW, calendar.from().minus(further), until, until, until);
    }

    private static ReadingPlan of(BucketCalendar calendar, Source source, Bucket rollup, boolean neighbours) {
        ZoneId zone = source == Source.HOUR ? ZoneOffset.UTC : calendar.zone();
        Instant from = calendar.from();
        Instant until = calendar.until();
        Instant floor = rollup.startOf(from, zone);
        Instant end = rollup.startOf(until, zone);
        Instant rolledFrom = floor.equals(from) ? from : rollup.next(floor, zone);
        if (!neighbours) {
            return new ReadingPlan(source, from, rolledFrom, end, until);
        }
        // whole rollups before and after, if the edges are theirs, so that neighbours outlive the observations
        Instant before = from.minus(LONGEST_LINE);
        Instant after = until.plus(LONGEST_LINE);
        Instant wideFrom = floor.equals(from) ? rollup.startOf(before, zone) : rolledFrom;
        Instant wideUntil = end.equals(until) ? rollup.next(rollup.startOf(after, zone), zone) : end;
        return new ReadingPlan(source, earlier(before, wideFrom), wideFrom, wideUntil, later(after, wideUntil));
    }

    boolean readsRollups() {
        return rolledFrom.isBefore(rolledUntil);
    }

    /** Whether the single readings that it takes, of the time asked for, are all kept. */
    boolean takesOnlyKept(BucketCalendar calendar, Instant keptSince) {
        Instant from = calendar.from();
        Instant firstTaken = from.isBefore(rolledFrom) ? from : later(rolledUntil, from);
        return !firstTaken.isBefore(calendar.until()) || !firstTaken.isBefore(keptSince);
    }

    /** Whether no bucket holds more than one rollup of a series. */
    boolean isOneRollupABucket(BucketCalendar calendar) {
        return (source == Source.DAY && calendar.bucket() == Bucket.DAY)
                || (source == Source.HOUR && calendar.bucket() == Bucket.HOUR);
    }

    /** About how many rollups a series has in this plan. */
    long rollups() {
        Duration rolled = Duration.between(rolledFrom, rolledUntil);
        return switch (source) {
            case RAW -> 0;
            case HOUR -> rolled.toHours();
            case DAY -> rolled.toDays();
        };
    }

    static boolean areWholeHours(List<Instant> moments) {
        return moments.stream().allMatch(ReadingPlan::isWholeHour);
    }

    static boolean isWholeHour(Instant moment) {
        return moment.getNano() == 0 && moment.getEpochSecond() % SECONDS_OF_AN_HOUR == 0;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
