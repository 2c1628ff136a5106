package de.hexapolis.store;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells the judges of this program that a commit left something to be judged. Who misses it looks for it a moment later
 * anyway, as for what other replicas left. And tells them for how long a batch has been under way, so that they stand back
 * where the machine is small: readings come first. Thread-safe.
 */
public final class DueBell {
    private final AtomicLong batch = new AtomicLong();
    private final Map<Long, Long> startedNs = new ConcurrentHashMap<>();
    private boolean rung;

    /** A batch is being written until what is answered is run. */
    Runnable begins() {
        long number = batch.incrementAndGet();
        startedNs.put(number, System.nanoTime());
        return () -> startedNs.remove(number);
    }

    /** Since when the oldest of the batches that are being written has been; zero: none is. */
    public Duration longestBatch() {
        long now = System.nanoTime();
        return Duration.ofNanos(startedNs.values().stream()
                .mapToLong(started -> Math.max(0, now - started))
                .max()
                .orElse(0));
    }

    /** Wakes one who waits; else the next one does not wait. */
    public synchronized void ring() {
        rung = true;
        notify();
    }

    /** @return whether it rang within the time, or since the last wait ended */
    public synchronized boolean await(Duration real) throws InterruptedException {
        long until = System.nanoTime() + real.toNanos();
        long left = real.toNanos();
        while (!rung && left > 0) {
            wait(left / 1_000_000, (int) (left % 1_000_000));
            left = until - System.nanoTime();
        }
        boolean heard = rung;
        rung = false;
        return heard;
    }
}
