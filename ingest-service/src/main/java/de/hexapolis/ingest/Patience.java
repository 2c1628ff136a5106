package de.hexapolis.ingest;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/**
 * Waits between attempts, from 0.1 s, doubling to 5 s, with jitter; says so once, and once when it is over. Knows how
 * long the present attempt takes. For one thread, but for that.
 */
final class Patience {
    private static final Logger LOG = Logger.getLogger(Patience.class);
    private static final long FIRST_MS = 100;
    private static final long LONGEST_MS = 5_000;

    private long boundMs = FIRST_MS;
    private int attempts;
    private volatile long attemptedNanos = System.nanoTime();

    void await(String reason) throws InterruptedException {
        if (attempts++ == 0) {
            LOG.warnf("waiting for the database with a batch in hand: %s", reason);
        }
        Thread.sleep(Duration.ofMillis(ThreadLocalRandom.current().nextLong(boundMs / 2, boundMs + 1))
                .toMillis());
        boundMs = Math.min(boundMs * 2, LONGEST_MS);
        attempt();
    }

    /** A new attempt begins. */
    void attempt() {
        attemptedNanos = System.nanoTime();
    }

    /** How long ago the present attempt began, or the last one where the next is being waited for. */
    Duration sinceAttempt() {
        return Duration.ofNanos(System.nanoTime() - attemptedNanos);
    }

    void over() {
        if (attempts > 0) {
            LOG.infof("the database is back; the batch was stored after %d more attempts", attempts);
        }
    }
}
