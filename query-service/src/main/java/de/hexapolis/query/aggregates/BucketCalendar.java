package de.hexapolis.query.aggregates;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The buckets of an answer: those of the local calendar that the time asked for touches. The first and the last hold
 * only what lies in that time. Immutable.
 *
 * @param from inclusive
 * @param until exclusive
 * @param starts of the whole buckets; the first is at or before {@code from}
 */
public record BucketCalendar(Bucket bucket, ZoneId zone, Instant from, Instant until, List<Instant> starts) {
    public BucketCalendar {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("%s is not before %s".formatted(from, until));
        }
        starts = List.copyOf(starts);
    }

    /** The calendar from an instant until another; the caller has seen that {@link #estimate} is bearable. */
    public static BucketCalendar of(Bucket bucket, ZoneId zone, Instant from, Instant until) {
        List<Instant> starts = new ArrayList<>();
        Instant start = bucket.startOf(from, zone);
        while (start.isBefore(until)) {
            starts.add(start);
            start = bucket.next(start, zone);
        }
        return new BucketCalendar(bucket, zone, from, until, starts);
    }

    /** About how many buckets there are between two instants. */
    public static long estimate(Bucket bucket, Instant from, Instant until) {
        return Duration.between(from, until).dividedBy(bucket.usual()) + 1;
    }

    public int size() {
        return starts.size();
    }

    /** Where the part of each bucket that was asked for begins, and at last where the last one ends. */
    public List<Instant> edges() {
        List<Instant> edges = new ArrayList<>(starts);
        edges.set(0, from);
        edges.add(until);
        return edges;
    }

    /** The start of a bucket as it is written: with the local offset. */
    public OffsetDateTime start(int slot) {
        return starts.get(slot).atZone(zone).toOffsetDateTime();
    }
}
