package de.hexapolis.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A forecast that is probable. Immutable.
 *
 * @param of {@code full} or {@code dry}
 * @param within of when it was made; empty: before the next planned round
 * @param probabilityAtLeast opens, from 0 to 1
 * @param endsBelow ends, from 0 to 1
 */
public record ForecastHeld(
        String of, Optional<Duration> within, double probabilityAtLeast, double endsBelow, Severity severity)
        implements Condition {
    @Override
    public Verdict judge(Sensed sensed, Optional<Episode> stored) {
        Optional<Episode> lasting = stored.filter(episode -> episode.ended().isEmpty());
        Optional<Probable> probable = (of.equals("full") ? sensed.full().stream() : sensed.dry().stream())
                .flatMap(outlook -> probability(outlook).stream())
                .max(Comparator.comparingDouble(Probable::probability));
        List<Episode> told = probable.map(best -> told(best, lasting)).orElse(lasting).stream()
                .toList();
        return new Verdict(told, Map.of(), Instant.MAX);
    }

    private record Probable(double probability, Outlook outlook) {}

    private Optional<Episode> told(Probable best, Optional<Episode> lasting) {
        Instant madeAt = best.outlook().madeAt();
        if (lasting.isEmpty()) {
            return best.probability() >= probabilityAtLeast
                    ? Optional.of(new Episode(madeAt, Optional.empty(), severity, new Evidence(List.of(reason(best)))))
                    : Optional.empty();
        }
        Episode episode = lasting.get();
        return best.probability() < endsBelow && madeAt.isAfter(episode.began())
                ? Optional.of(new Episode(episode.began(), Optional.of(madeAt), episode.severity(), episode.evidence()))
                : lasting;
    }

    private Reason reason(Probable best) {
        return new Reason(
                of,
                Optional.of(best.outlook().channel().value()).filter(channel -> !channel.isEmpty()),
                best.probability(),
                Optional.empty(),
                best.outlook().madeAt(),
                "probability",
                probabilityAtLeast,
                OptionalInt.empty());
    }

    private Optional<Probable> probability(Outlook outlook) {
        Optional<Double> probability = within.isEmpty()
                ? outlook.byRound()
                : Optional.of(by(outlook.madeAt().plus(within.get()), outlook));
        return probability.map(value -> new Probable(value, outlook));
    }

    /** Between the three quantiles that are known the probability is taken for even. */
    private static double by(Instant instant, Outlook outlook) {
        Instant p10 = outlook.p10().orElse(Instant.MAX);
        Instant p50 = outlook.p50().orElse(Instant.MAX);
        Instant p90 = outlook.p90().orElse(Instant.MAX);
        if (!instant.isBefore(p90)) {
            return 0.9;
        }
        if (!instant.isBefore(p50)) {
            return p90.equals(Instant.MAX) ? 0.5 : 0.5 + 0.4 * share(p50, instant, p90);
        }
        if (!instant.isBefore(p10)) {
            return p50.equals(Instant.MAX) ? 0.1 : 0.1 + 0.4 * share(p10, instant, p50);
        }
        return 0;
    }

    private static double share(Instant from, Instant instant, Instant until) {
        return (double) Duration.between(from, instant).toSeconds()
                / Math.max(1, Duration.between(from, until).toSeconds());
    }

    @Override
    public Duration lookBack(Duration interval) {
        return Duration.ZERO;
    }
}
