package de.hexapolis.judge;

import java.time.Duration;
import java.util.List;

/**
 * Where in {@code due} the oldest rows are looked for: deleted rows that nobody has cleared away yet would be walked over
 * each time (60 ms where a long snapshot keeps 200,000 of them, a tenth of that from here on). Every other second all of it
 * is looked at, for what others gave back. Thread-safe.
 */
final class QueueHead {
    /** Numbers become visible out of order: so many before the lowest that was found are looked at too. */
    private static final long MARGIN = 20_000;

    private static final long ALL_EACH_NS = Duration.ofSeconds(2).toNanos();

    private long head = Long.MIN_VALUE;
    private long wholeAt = System.nanoTime();

    /** The lowest number that is looked at. */
    synchronized long from() {
        long now = System.nanoTime();
        if (now - wholeAt > ALL_EACH_NS) {
            wholeAt = now;
            return Long.MIN_VALUE;
        }
        return head;
    }

    synchronized void found(List<Claim> claims) {
        claims.stream()
                .mapToLong(Claim::dueId)
                .filter(number -> number > 0)
                .min()
                .ifPresent(lowest -> head = lowest - MARGIN);
    }
}
