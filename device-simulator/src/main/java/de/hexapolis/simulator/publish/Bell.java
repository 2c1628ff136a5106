package de.hexapolis.simulator.publish;

/** Wakes a waiter without losing a ring between its look and its wait. Thread-safe. */
final class Bell {
    private long rings;

    /** To be read before looking at what one would wait for. */
    synchronized long rings() {
        return rings;
    }

    synchronized void ring() {
        rings++;
        notifyAll();
    }

    /** Waits until it has rung since {@code heard} was read, or the time is up. */
    @SuppressWarnings("WaitNotInLoop") // who waits looks again anyway
    synchronized void await(long heard, long millis) throws InterruptedException {
        if (rings == heard) {
            wait(millis);
        }
    }
}
