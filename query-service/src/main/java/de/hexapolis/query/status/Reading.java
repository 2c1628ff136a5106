package de.hexapolis.query.status;

import de.hexapolis.telemetry.Quality;
import java.time.Duration;
import java.time.Instant;

/**
 * The newest value of one channel of an asset. Immutable.
 *
 * @param series the series that it belongs to
 * @param quantity as on the wire, such as {@code fill_level}
 * @param expectedInterval how often its device reports when all is well
 */
public record Reading(
        int series,
        String quantity,
        String channel,
        double value,
        int quality,
        Instant observedAt,
        Duration expectedInterval) {
    private static final Duration SHORTEST_SILENCE = Duration.ofHours(26);

    public boolean isGood() {
        return quality == Quality.GOOD.code();
    }

    /** Whether the device has been silent for three of its intervals, at least for 26 hours (daily reporters drift). */
    public boolean isStale(Instant now) {
        Duration silence = expectedInterval.multipliedBy(3);
        Duration longest = silence.compareTo(SHORTEST_SILENCE) < 0 ? SHORTEST_SILENCE : silence;
        return observedAt.isBefore(now.minus(longest));
    }
}
