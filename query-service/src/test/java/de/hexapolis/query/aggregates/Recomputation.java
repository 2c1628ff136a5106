package de.hexapolis.query.aggregates;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What docs/api-aggregates.md defines, computed the slow way: from all readings, one bucket and asset at a time. */
final class Recomputation {
    private static final Instant SWAP = Instant.parse("2026-03-29T10:30:00Z");

    /** In order of time. */
    private final Map<Integer, List<Reading>> bySeries;

    private final Instant now;

    /** A bucket, [from, until), of the series of one asset, or of all assets pooled. */
    private record Cell(Set<Integer> series, Instant from, Instant until) {}

    Recomputation(Collection<Reading> readings, Instant now) {
        this.bySeries = readings.stream()
                .filter(reading -> reading.quality() == 0)
                .sorted(Comparator.comparing(Reading::at))
                .collect(Collectors.groupingBy(Reading::series));
        this.now = now;
    }

    /** The value of a function of some series' bucket; empty where there is none. */
    OptionalDouble of(AggregateFunction function, Set<Integer> series, Pool pool, Instant from, Instant until) {
        Collection<Set<Integer>> assets = pool == Pool.READINGS
                ? List.of(series)
                : series.stream()
                        .collect(Collectors.groupingBy(
                                each -> ShuffledCity.ASSET_OF_SERIES.get(each - 1),
                                Collectors.toCollection(TreeSet::new)))
                        .values()
                        .stream()
                        .map(each -> (Set<Integer>) each)
                        .toList();
        double[] values = assets.stream()
                .map(asset -> ofAsset(function, new Cell(asset, from, until)))
                .flatMapToDouble(OptionalDouble::stream)
                .toArray();
        return function == AggregateFunction.COUNT && values.length == 0
                ? OptionalDouble.empty()
                : combined(function, values);
    }

    private static OptionalDouble combined(AggregateFunction function, double[] values) {
        var stream = Arrays.stream(values);
        return values.length == 0
                ? OptionalDouble.empty()
                : switch (function) {
                    case MIN -> stream.min();
                    case MAX -> stream.max();
                    case SUM, COUNT -> OptionalDouble.of(stream.sum());
                    case AVG, MEDIAN, P05, P95, FIRST, LAST, DELTA, TWA, COVERAGE -> stream.average();
                };
    }

    private OptionalDouble ofAsset(AggregateFunction function, Cell cell) {
        if (function == AggregateFunction.COVERAGE) {
            return coverage(cell);
        }
        List<Reading> inside = readingsOf(cell);
        if (inside.isEmpty()) {
            return OptionalDouble.empty();
        }
        var values = inside.stream().mapToDouble(Reading::value);
        return switch (function) {
            case AVG -> values.average();
            case MIN -> values.min();
            case MAX -> values.max();
            case SUM -> OptionalDouble.of(values.sum());
            case COUNT -> OptionalDouble.of(inside.size());
            case FIRST, LAST, DELTA -> overChannels(function, inside);
            case MEDIAN, P05, P95 ->
                percentile(values.sorted().toArray(), function.share().orElseThrow());
            case TWA -> timeWeighted(cell);
            case COVERAGE -> throw new IllegalStateException();
        };
    }

    /** The mean over the channels of the first or last reading of each, or of what lies between these. */
    private static OptionalDouble overChannels(AggregateFunction function, List<Reading> inTimeOrder) {
        return inTimeOrder.stream()
                .collect(Collectors.groupingBy(reading -> ShuffledCity.CHANNEL_OF_SERIES.get(reading.series() - 1)))
                .values()
                .stream()
                .mapToDouble(channel -> {
                    double first = channel.get(0).value();
                    double last = channel.get(channel.size() - 1).value();
                    return function == AggregateFunction.FIRST
                            ? first
                            : function == AggregateFunction.LAST ? last : last - first;
                })
                .average();
    }

    private List<Reading> readingsOf(Cell cell) {
        return cell.series.stream()
                .flatMap(series -> bySeries.getOrDefault(series, List.of()).stream())
                .filter(reading ->
                        !reading.at().isBefore(cell.from) && reading.at().isBefore(cell.until))
                .sorted(Comparator.comparing(Reading::at).thenComparing(Reading::series))
                .toList();
    }

    private static OptionalDouble percentile(double[] sorted, double share) {
        double rank = share * (sorted.length - 1);
        int below = (int) Math.floor(rank);
        int above = Math.min(below + 1, sorted.length - 1);
        return OptionalDouble.of(sorted[below] + (sorted[above] - sorted[below]) * (rank - below));
    }

    private OptionalDouble timeWeighted(Cell cell) {
        double area = 0;
        double seconds = 0;
        for (int series : cell.series) {
            if (readingsOf(new Cell(Set.of(series), cell.from, cell.until)).isEmpty()) {
                continue;
            }
            List<Reading> all = bySeries.getOrDefault(series, List.of());
            for (int i = 1; i < all.size(); i++) {
                Reading a = all.get(i - 1);
                Reading b = all.get(i);
                Instant from = a.at().isAfter(cell.from) ? a.at() : cell.from;
                Instant until = b.at().isBefore(cell.until) ? b.at() : cell.until;
                double whole = seconds(a.at(), b.at());
                if (from.isBefore(until) && whole <= 25 * 3600) {
                    Function<Instant, Double> at =
                            moment -> a.value() + (b.value() - a.value()) * seconds(a.at(), moment) / whole;
                    area += (at.apply(from) + at.apply(until)) / 2 * seconds(from, until);
                    seconds += seconds(from, until);
                }
            }
        }
        return seconds > 0 ? OptionalDouble.of(area / seconds) : ofAsset(AggregateFunction.AVG, cell);
    }

    private OptionalDouble coverage(Cell cell) {
        double expected = 0;
        for (int series : cell.series) {
            Instant from = series == 2 && SWAP.isAfter(cell.from) ? SWAP : cell.from;
            Instant until = series == 1 && SWAP.isBefore(cell.until) ? SWAP : cell.until;
            until = now.isBefore(until) ? now : until;
            if (from.isBefore(until)) {
                expected += seconds(from, until) / ShuffledCity.INTERVAL_SECONDS.get(series - 1);
            }
        }
        return expected > 0
                ? OptionalDouble.of(Math.min(1, readingsOf(cell).size() / expected))
                : OptionalDouble.empty();
    }

    private static double seconds(Instant from, Instant until) {
        return Duration.between(from, until).toNanos() / 1e9;
    }
}
