package de.hexapolis.rules;

import java.time.Duration;
import java.util.Optional;

/**
 * A device that says that it is not where its asset stands. Immutable.
 *
 * @param moreThanMetres from the asset
 * @param plusAccuracy whether the position's own accuracy is added
 * @param endsBelowMetres from the asset, whatever the accuracy
 * @param confirm so many positions in a row, for opening and ending
 */
public record Moved(double moreThanMetres, boolean plusAccuracy, double endsBelowMetres, int confirm, Severity severity)
        implements Sampled {
    public Moved {
        if (confirm < 1 || confirm > Threshold.MOST_CONFIRMED) {
            throw new IllegalArgumentException(
                    "confirm from 1 to %d, not %d".formatted(Threshold.MOST_CONFIRMED, confirm));
        }
    }

    @Override
    public Verdict judge(Sensed sensed, Optional<Episode> stored) {
        throw new UnsupportedOperationException("not folded yet");
    }

    @Override
    public Duration lookBack(Duration interval) {
        return Duration.ZERO;
    }

    @Override
    public Duration lookBackOfSignals() {
        return Duration.ofDays(2);
    }
}
