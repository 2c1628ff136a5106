package de.hexapolis.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Something that is to happen again after some time, by a tree's standing year. Immutable.
 *
 * <p>Where nothing has happened yet, the time runs from the first of January.
 *
 * @param occurrences kinds of what is to happen, one of them is enough
 * @param standingYears the time between, by standing year; a tree of another year has no plan
 */
public record Plan(List<String> occurrences, Map<Integer, Duration> standingYears, Severity severity)
        implements Condition {
    public Plan {
        occurrences = List.copyOf(occurrences);
        standingYears = Map.copyOf(standingYears);
    }

    @Override
    public Verdict judge(Sensed sensed, Optional<Episode> stored) {
        Instant newYear = StandingYear.next(sensed.asset(), sensed.now());
        Optional<Duration> between = Optional.ofNullable(
                standingYears.get(StandingYear.of(sensed.asset(), StandingYear.PROPERTY, sensed.now())
                        .orElse(0)));
        if (between.isEmpty() || sensed.asset().retired()) {
            return Verdict.silentUntil(newYear);
        }
        Instant happened = sensed.happenings().stream()
                .filter(happening -> !happening.removed() && occurrences.contains(happening.kind()))
                .map(Happening::at)
                .max(Comparator.naturalOrder())
                .orElse(StandingYear.began(sensed.asset(), sensed.now()));
        Instant due = happened.plus(between.get());
        List<Episode> over = stored
                .filter(episode -> episode.ended().isEmpty() && happened.isAfter(episode.began()))
                .map(episode ->
                        new Episode(episode.began(), Optional.of(happened), episode.severity(), episode.evidence()))
                .stream()
                .toList();
        if (due.isAfter(sensed.now())) {
            return new Verdict(over, Map.of(), due).notLaterThan(newYear);
        }
        Episode overdue = new Episode(due, Optional.empty(), severity, evidence(happened, between.get()));
        return new Verdict(Stream.concat(over.stream(), Stream.of(overdue)).toList(), Map.of(), newYear);
    }

    private Evidence evidence(Instant happened, Duration between) {
        return new Evidence(List.of(new Reason(
                occurrences.get(0),
                Optional.empty(),
                between.toDays(),
                Optional.of("d"),
                happened,
                "silent_for",
                between.toDays(),
                OptionalInt.empty())));
    }

    @Override
    public Duration lookBack(Duration interval) {
        return Duration.ZERO;
    }
}
