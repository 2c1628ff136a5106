package de.hexapolis.trials.wire;

import java.time.Duration;

/**
 * What a wire does to the bytes on it. Immutable.
 *
 * @param delay before each read's bytes are passed on, each way
 * @param bytesPerSecond each way; 0: no limit
 * @param swallowing bytes vanish, both ways, and nobody is told
 */
public record LinkCondition(Duration delay, long bytesPerSecond, boolean swallowing) {
    public static final LinkCondition UNDISTURBED = new LinkCondition(Duration.ZERO, 0, false);
    public static final LinkCondition BLACKHOLE = new LinkCondition(Duration.ZERO, 0, true);

    public static LinkCondition slow(Duration delay, long bytesPerSecond) {
        return new LinkCondition(delay, bytesPerSecond, false);
    }

    /** How long a piece of so many bytes is held up. */
    Duration holdUp(int bytes) {
        return bytesPerSecond == 0 ? delay : delay.plusNanos(bytes * 1_000_000_000L / bytesPerSecond);
    }
}
