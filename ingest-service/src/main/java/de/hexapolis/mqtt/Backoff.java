package de.hexapolis.mqtt;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Waits of a reconnect: from 0.5 s, doubling to 30 s, with full jitter. One thread. */
final class Backoff {
    private static final Duration FIRST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final long LEAST_MS = 50;

    private final RandomGenerator random;
    private Duration bound = FIRST;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    Duration next() {
        Duration wait = Duration.ofMillis(random.nextLong(LEAST_MS, bound.toMillis() + 1));
        Duration doubled = bound.multipliedBy(2);
        bound = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return wait;
    }

    void reset() {
        bound = FIRST;
    }
}
