package de.hexapolis.rules;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that is to happen again after some time, by a tree's standing year. Immutable.
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
        throw new UnsupportedOperationException("not folded yet");
    }

    @Override
    public Duration lookBack(Duration interval) {
        return Duration.ZERO;
    }
}
