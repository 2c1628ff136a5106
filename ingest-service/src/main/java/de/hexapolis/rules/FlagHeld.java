package de.hexapolis.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A series that is not to be believed. Immutable.
 *
 * @param anyOf as the table names flags
 * @param holdsFor for so long at least
 */
public record FlagHeld(List<String> anyOf, Duration holdsFor, Severity severity) implements Condition {
    public FlagHeld {
        anyOf = List.copyOf(anyOf);
    }

    @Override
    public Verdict judge(Sensed sensed, Optional<Episode> stored) {
        List<Flagged> spans = sensed.courses().stream()
                .flatMap(course -> course.flags().stream()
                        .filter(span -> anyOf.contains(span.flag()))
                        .map(span -> new Flagged(course, span)))
                .sorted(Comparator.comparing(flagged -> flagged.span().from()))
                .toList();
        List<Episode> told = new ArrayList<>();
        spans.stream().filter(flagged -> isLong(flagged.span(), sensed.now())).forEach(flagged -> add(told, flagged));
        Instant nextAt = spans.stream()
                .filter(flagged -> flagged.span().until().isEmpty())
                .map(flagged -> flagged.span().from().plus(holdsFor))
                .filter(at -> at.isAfter(sensed.now()))
                .min(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        return new Verdict(
                told.stream()
                        .filter(episode -> episode.ended()
                                .map(ended -> !ended.isBefore(sensed.from()))
                                .orElse(true))
                        .toList(),
                Map.of(),
                nextAt);
    }

    private record Flagged(Course course, FlagSpan span) {}

    private boolean isLong(FlagSpan span, Instant now) {
        return !span.until().orElse(now).isBefore(span.from().plus(holdsFor));
    }

    /** Spans that overlap are one episode. */
    private void add(List<Episode> told, Flagged flagged) {
        FlagSpan span = flagged.span();
        int last = told.size() - 1;
        if (last < 0 || told.get(last).ended().map(span.from()::isAfter).orElse(false)) {
            told.add(new Episode(span.from(), span.until(), severity, new Evidence(List.of(reason(flagged)))));
            return;
        }
        Episode before = told.get(last);
        Optional<Instant> ended = before.ended().isEmpty() || span.until().isEmpty()
                ? Optional.empty()
                : Stream.of(before.ended().get(), span.until().get()).max(Comparator.naturalOrder());
        told.set(
                last,
                new Episode(before.began(), ended, severity, before.evidence().and(List.of(reason(flagged)))));
    }

    private Reason reason(Flagged flagged) {
        return new Reason(
                flagged.span().flag(),
                Optional.of(flagged.course().of().channel().value()).filter(channel -> !channel.isEmpty()),
                1,
                Optional.empty(),
                flagged.span().from(),
                "is",
                1,
                OptionalInt.of(flagged.course().seriesId()));
    }

    @Override
    public Duration lookBack(Duration interval) {
        return Duration.ZERO;
    }
}
