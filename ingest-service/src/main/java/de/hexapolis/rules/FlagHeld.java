package de.hexapolis.rules;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

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
        throw new UnsupportedOperationException("not folded yet");
    }

    @Override
    public Duration lookBack(Duration interval) {
        return Duration.ZERO;
    }
}
