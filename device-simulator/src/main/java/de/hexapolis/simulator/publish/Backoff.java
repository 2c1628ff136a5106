package de.hexapolis.simulator.publish;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Half a second, doubled up to ten, with full jitter; reset by success. One thread. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private Duration bound = FIRST;

    Duration next() {
        Duration pause = Duration.ofMillis(1 + ThreadLocalRandom.current().nextLong(bound.toMillis()));
        bound = bound.multipliedBy(2).compareTo(LONGEST) < 0 ? bound.multipliedBy(2) : LONGEST;
        return pause;
    }

    void reset() {
        bound = FIRST;
    }
}
