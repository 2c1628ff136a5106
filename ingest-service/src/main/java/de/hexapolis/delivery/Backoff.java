package de.hexapolis.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Waits between attempts: from 5 s, doubling to an hour, with full jitter; of the platform's time. Stateless. */
final class Backoff {
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final Duration LEAST = Duration.ofMillis(50);
    private static final int DOUBLINGS = 10;

    private Backoff() {}

    /** @param share from 0 to 1: one draw for all that were sent together, so that they stay together */
    static Duration after(int failures, double share) {
        Duration bound = FIRST.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), DOUBLINGS));
        Duration capped = bound.compareTo(LONGEST) > 0 ? LONGEST : bound;
        return LEAST.plus(Duration.ofMillis((long) (capped.toMillis() * share)));
    }

    /**
     * How long a channel is left alone after an attempt at which nothing arrived: an eighth of the time for which it has
     * been failing, ten minutes at most. A dead one then holds up neither the others nor itself for long.
     */
    static Duration restOf(Duration failing, RandomGenerator random) {
        Duration most = Duration.ofMinutes(10);
        Duration eighth = failing.dividedBy(8);
        Duration bound = eighth.compareTo(most) > 0 ? most : eighth.plus(Duration.ofSeconds(1));
        return LEAST.plus(Duration.ofMillis((long) (bound.toMillis() * random.nextDouble(0.5, 1))));
    }
}
