package de.hexapolis.rules;

import java.time.Duration;
import java.util.Optional;

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
        throw new UnsupportedOperationException("not folded yet");
    }

    @Override
    public Duration lookBack(Duration interval) {
        return Duration.ZERO;
    }
}
