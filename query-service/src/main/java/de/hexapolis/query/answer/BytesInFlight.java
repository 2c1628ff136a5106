package de.hexapolis.query.answer;

import de.hexapolis.query.problem.Problem;
import de.hexapolis.query.problem.Trouble;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/**
 * Bounds how much memory large answers hold together until their last byte has left, whatever the number of requests and
 * however slowly they are read. Lists of assets and aggregates take what they may need before they are made, and give
 * back what they did not need; quarantine and districts take what they are, once they are made. Who finds no room waits a
 * moment, then ends with the problem {@code busy}. Who asks for what cannot be longer than 64 KB never waits: the
 * service's threads bound how many there are. Thread-safe; first come, first served.
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
    private final LongAdder refused = new LongAdder();

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

    /** How many requests have ended with the problem {@code busy}. */
    public long refused() {
        return refused.sum();
    }

    /** What one request holds, until it is closed, by whatever thread. One thread takes. */
    public final class Share implements AutoCloseable {
        private final AtomicInteger held = new AtomicInteger();

        /**
         * Holds room for so many bytes from now on, all there is for who wants more than that; waits a moment for it.
         *
         * @throws Problem if there is no room for so many bytes, nor soon
         */
        public void take(long bytes) {
            if (!holds(bytes, patience)) {
                refused.increment();
                throw busy();
            }
        }

        /** The same without waiting, in the work of {@link #whenThereIsRoom}: while it has what others wait for. */
        public void takeNow(long bytes) {
            if (!holds(bytes, Duration.ZERO)) {
                throw new NoRoom(bytes);
            }
        }

        /**
         * Does work that takes its room with {@link #takeNow}. Where there is none, the work is broken off, the room
         * waited for, and the work done again.
         *
         * @throws Problem if there is no room soon
         */
        public <T> T whenThereIsRoom(Supplier<T> work) {
            while (true) {
                try {
                    return work.get();
                } catch (NoRoom full) {
                    take(full.bytes());
                }
            }
        }

        /** Gives back what is held beyond so many bytes. */
        void keep(long bytes) {
            int surplus = held.get() - needed(bytes);
            if (surplus > 0) {
                held.addAndGet(-surplus);
                permits.release(surplus);
            }
        }

        private boolean holds(long bytes, Duration wait) {
            int missing = needed(bytes) - held.get();
            if (missing <= 0) {
                return true;
            }
            try {
                // with a time even if that is none, or it would go before those who wait
                if (!permits.tryAcquire(missing, wait.toMillis(), TimeUnit.MILLISECONDS)) {
                    return false;
                }
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return false;
            }
            held.addAndGet(missing);
            return true;
        }

        private int needed(long bytes) {
            return bytes <= SMALL ? 0 : Math.min(permits(bytes), most);
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
