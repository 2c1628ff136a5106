package de.hexapolis.rules;

import java.time.Duration;
import java.util.Optional;

/**
 * A device that has not been heard for too long. Immutable.
 *
 * @param intervals so many of its own
 * @param atLeast and so long at least
 * @param dailyAtLeast and so long at least, if it usually reports at most twice a day
 */
public record Silence(int intervals, Duration atLeast, Duration dailyAtLeast, Severity severity) implements Condition {
    @Override
    public Verdict judge(Sensed sensed, Optional<Episode> stored) {
        throw new UnsupportedOperationException("not folded yet");
    }

    @Override
    public Duration lookBack(Duration interval) {
        return Duration.ZERO;
    }
}
