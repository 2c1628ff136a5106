package de.hexapolis.query.aggregates;

import de.hexapolis.query.problem.Problem;
import de.hexapolis.query.problem.Trouble;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Bounds how many values the answers that are being made hold in memory, whatever the number of requests. Who finds no
 * room waits a moment, then ends with the problem {@code busy}. Thread-safe; first come, first served.
 */
@Singleton
final class ValuesInFlight {
    /** Two of the largest answers: these fit into 256 MB, as a test shows. */
    static final long MOST = 2 * Affordable.MOST_VALUES;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int VALUES_A_PERMIT = 1_000;

    private final Semaphore permits;
    private final Duration patience;

    @Inject
    ValuesInFlight() {
        this(MOST, PATIENCE);
    }

    ValuesInFlight(long most, Duration patience) {
        this.permits = new Semaphore(permits(most), true);
        this.patience = patience;
    }

    /** A request's share, nothing as yet. */
    Share share() {
        return new Share();
    }

    /** What one request holds, until it is closed. One thread. */
    final class Share implements AutoCloseable {
        private int held;

        /** @throws Problem if there is no room for so many values, nor soon */
        void take(long values) {
            int wanted = permits(values);
            try {
                if (!permits.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw busy();
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw busy();
            }
            held += wanted;
        }

        @Override
        public void close() {
            permits.release(held);
            held = 0;
        }
    }

    private static int permits(long values) {
        return Math.toIntExact((values + VALUES_A_PERMIT - 1) / VALUES_A_PERMIT);
    }

    private static Problem busy() {
        return Trouble.BUSY.problem("too many large answers are being made at once; try again in five seconds");
    }
}
