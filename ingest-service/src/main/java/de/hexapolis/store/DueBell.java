package de.hexapolis.store;

import java.time.Duration;

/**
 * Tells the judges of this program that a commit left something to be judged. Who misses it looks for it a moment later
 * anyway, as for what other replicas left. Thread-safe.
 */
public final class DueBell {
    private boolean rung;

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
