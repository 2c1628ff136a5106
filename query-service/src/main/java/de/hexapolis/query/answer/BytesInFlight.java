package de.hexapolis.query.answer;

import de.hexapolis.query.problem.Problem;
import de.hexapolis.query.problem.Trouble;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Bounds how much memory large answers hold together, from before they are made until their last byte has left, whatever
 * the number of requests and however slowly they are read. Who finds no room waits a moment, then ends with the problem
 * {@code busy}. Small answers never wait: the service's threads bound how many there are. Thread-safe; first come, first
 * served.
 */
@Singleton
public final class BytesInFlight {
    /** So much is a small answer: it leaves in one piece. */
    static final int SMALL = Body.PIECE;

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int BYTES_A_PERMIT = 1_024;

    private final int most;
    private final Semaphore permits;
    private final Duration patience;

    /** Three eighths of the memory: the rest is for the service itself, and for what answers are made of. */
    @Inject
    public BytesInFlight() {
        this(Runtime.getRuntime().maxMemory() / 8 * 3, PATIENCE);
    }

    BytesInFlight(long most, Duration patience) {
        this.most = permits(most);
        this.permits = new Semaphore(this.most, true);
        this.patience = patience;
    }

    /** A request's share, nothing as yet. */
    public Share share() {
        return new Share();
    }

    /** How much could be taken now. */
    public long free() {
        return (long) permits.availablePermits() * BYTES_A_PERMIT;
    }

    /** What one request holds, until it is closed, by whatever thread. One thread takes. */
    public final class Share implements AutoCloseable {
        private final AtomicInteger held = new AtomicInteger();

        /**
         * Takes room; all there is for who wants more than that.
         *
         * @throws Problem if there is no room for so many bytes, nor soon
         */
        public void take(long bytes) {
            if (bytes <= SMALL) {
                return;
            }
            int wanted = Math.min(permits(bytes), most - held.get());
            try {
                if (!permits.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw busy();
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                throw busy();
            }
            held.addAndGet(wanted);
        }

        /** Gives all back; the second time, nothing. */
        @Override
        public void close() {
            permits.release(held.getAndSet(0));
        }
    }

    private static int permits(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE, (bytes + BYTES_A_PERMIT - 1) / BYTES_A_PERMIT);
    }

    private static Problem busy() {
        return Trouble.BUSY.problem("too many large answers are being made or sent at once; try again in five seconds");
    }
}
