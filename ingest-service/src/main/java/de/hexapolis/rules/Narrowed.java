package de.hexapolis.rules;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A condition with what stands beside it in {@code when}: {@code for}, {@code not_within}, {@code only_if}. Immutable.
 *
 * @param holdsFor for so long at least before it opens; zero but for what is {@link Sampled}
 * @param standingYearsOver only of trees that stand for longer; empty: of all
 */
public record Narrowed(Condition of, Duration holdsFor, Optional<NotWithin> notWithin, OptionalInt standingYearsOver)
        implements Condition {
    /**
     * Not so near an occurrence, before or after it.
     *
     * @param of its kind, such as {@code emptying}
     */
    public record NotWithin(String of, Duration span) {}

    public Narrowed {
        if (!holdsFor.isZero() && of.livesByTheClock()) {
            throw new IllegalArgumentException("'for' needs a condition on readings, events or positions");
        }
    }

    @Override
    public Verdict judge(Sensed sensed, Optional<Episode> stored) {
        throw new UnsupportedOperationException("not folded yet");
    }

    @Override
    public Duration lookBack(Duration interval) {
        return of.lookBack(interval).plus(holdsFor);
    }

    @Override
    public Duration lookBackOfSignals() {
        return of.lookBackOfSignals().plus(holdsFor);
    }

    @Override
    public boolean livesByTheClock() {
        return of.livesByTheClock();
    }
}
