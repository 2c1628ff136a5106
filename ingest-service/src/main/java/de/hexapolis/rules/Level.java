package de.hexapolis.rules;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * A limit, and how bad it is beyond. Immutable.
 *
 * @param limit in the unit that the condition says, on the side that the condition's {@link Direction} says
 * @param word for people, such as {@code overflow}
 * @param standingYearsUpTo for trees that stand no longer; empty: for all
 */
public record Level(double limit, Severity severity, Optional<String> word, OptionalInt standingYearsUpTo) {
    public Level {
        if (!Double.isFinite(limit)) {
            throw new IllegalArgumentException("a limit that is not finite: " + limit);
        }
    }

    public Level(double limit, Severity severity) {
        this(limit, severity, Optional.empty(), OptionalInt.empty());
    }
}
