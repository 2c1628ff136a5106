package de.hexapolis.trials.crews;

import de.hexapolis.telemetry.PlatformClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/**
 * So much platform time, so much faster than real time; from a Monday in June on, when trees are dry. Immutable.
 *
 * @param epoch the real instant at which the platform's clock shows {@link #START}
 */
record Span(Instant epoch, Duration length, double rate) {
    private static final Instant START = Instant.parse("2026-06-01T02:00:00Z");

    /** For services and simulator. */
    Map<String, String> clock() {
        return Map.of(
                "HEXAPOLIS_CLOCK_EPOCH",
                epoch.toString(),
                "HEXAPOLIS_CLOCK_START",
                START.toString(),
                "HEXAPOLIS_CLOCK_RATE",
                String.valueOf(rate));
    }

    /** By the platform's clock. */
    Instant now() {
        return PlatformClock.of(epoch, START, rate).instant();
    }

    Duration inRealTime() {
        return Duration.ofMillis((long) (length.toMillis() / rate));
    }
}
