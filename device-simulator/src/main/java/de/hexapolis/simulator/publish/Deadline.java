package de.hexapolis.simulator.publish;

import java.time.Duration;

/** A moment of this process after which nobody waits any longer. Immutable. */
record Deadline(long nanoTime) {
    /** Long enough for everybody, and short enough to be reckoned with in nanoseconds. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    static Deadline in(Duration span) {
        Duration bounded = span.compareTo(LONGEST) < 0 ? span : LONGEST;
        return new Deadline(System.nanoTime() + Math.max(0, bounded.toMillis()) * 1_000_000);
    }

    static Deadline never() {
        return in(LONGEST);
    }

    boolean isPast() {
        return left() <= 0;
    }

    /** How many milliseconds are left, at most so many, at least 1. */
    long millis(long atMost) {
        return Math.max(1, Math.min(atMost, left() / 1_000_000));
    }

    private long left() {
        return nanoTime - System.nanoTime();
    }
}
