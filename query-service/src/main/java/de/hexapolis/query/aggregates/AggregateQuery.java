package de.hexapolis.query.aggregates;

import de.hexapolis.query.problem.Trouble;
import de.hexapolis.telemetry.Quantity;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What was asked for, apart from which assets. Immutable.
 *
 * @param quantities at least one, in the order of the answer
 * @param channels only series of these; empty: of all
 * @param zone of the calendar; empty: the cities' own
 * @param functions at least one, in the order of the answer
 */
public record AggregateQuery(
        List<Quantity> quantities,
        List<String> channels,
        Moment from,
        Moment to,
        Bucket bucket,
        Optional<ZoneId> zone,
        Grouping group,
        List<AggregateFunction> functions,
        Gap gap,
        Pool pool,
        Ordering ordering) {
    /** As many buckets as a line may have. */
    static final int MOST_BUCKETS = 10_000;

    public AggregateQuery {
        quantities = List.copyOf(quantities);
        channels = List.copyOf(channels);
        functions = List.copyOf(functions);
    }

    /**
     * The buckets in the given zone.
     *
     * @throws de.hexapolis.query.problem.Problem if there are none or too many
     */
    public BucketCalendar calendar(ZoneId cityZone) {
        ZoneId local = zone.orElse(cityZone);
        Instant start = from.at(local);
        Instant end = to.at(local);
        if (!start.isBefore(end)) {
            throw Trouble.INVALID_PARAMETER.problem("to", "%s is not after from, %s".formatted(end, start));
        }
        long buckets = BucketCalendar.estimate(bucket, start, end);
        if (buckets > MOST_BUCKETS) {
            throw Trouble.TOO_LARGE.problem(
                    "bucket",
                    "%s makes about %d buckets from %s to %s; at most %d: %s"
                            .formatted(bucket.wireName(), buckets, start, end, MOST_BUCKETS, remedy(start, end)));
        }
        return BucketCalendar.of(bucket, local, start, end);
    }

    /** The earliest moment that {@code from} may mean, wherever the assets lie. */
    public Instant earliest() {
        return from.at(ZoneOffset.MAX);
    }

    public boolean asks(AggregateFunction function) {
        return functions.contains(function);
    }

    /** The percentiles asked for, in order. */
    public List<AggregateFunction> percentiles() {
        return functions.stream().filter(AggregateFunction::isPercentile).toList();
    }

    private String remedy(Instant start, Instant end) {
        String shorter = "a time of at most P%dD"
                .formatted(bucket.usual().multipliedBy(MOST_BUCKETS).toDays());
        for (Bucket longer : Bucket.values()) {
            if (longer.compareTo(bucket) > 0 && BucketCalendar.estimate(longer, start, end) <= MOST_BUCKETS) {
                return "bucket=%s would do, or %s".formatted(longer.wireName(), shorter);
            }
        }
        return shorter + " would do";
    }
}
