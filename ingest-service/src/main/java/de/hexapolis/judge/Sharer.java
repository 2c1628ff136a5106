package de.hexapolis.judge;

import java.time.Duration;

/**
 * A device that is heard only through one source, or only through one gateway. Immutable.
 *
 * @param interval between its messages
 * @param lateAfter so long after its last message it has left one out
 */
record Sharer(long deviceId, long assetId, String city, String source, Duration interval, Duration lateAfter) {
    /** Its own silence is told after three of its intervals or more. */
    private static final double LATE_INTERVALS = 1.5;

    /** Its own silence is told some two hours after that. */
    private static final Duration USUALLY_LATE = Duration.ofHours(1);

    /** One that keeps to its interval. */
    static Sharer registered(long deviceId, long assetId, String city, String source, Duration interval) {
        Duration lateAfter = Duration.ofMillis(Math.round(interval.toMillis() * LATE_INTERVALS));
        return new Sharer(deviceId, assetId, city, source, interval, lateAfter);
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** One that reports less often than registered. */
    Sharer usually(Duration gap) {
        return gap.compareTo(interval) <= 0
                ? this
                : new Sharer(deviceId, assetId, city, source, gap, later(lateAfter, gap.plus(USUALLY_LATE)));
    }
}
