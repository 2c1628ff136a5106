package de.hexapolis.delivery;

/** Rung when there is something to do; whoever was busy meanwhile hears it afterwards. Thread-safe. */
final class Bell {
    private long rings;

    synchronized void ring() {
        rings++;
        notifyAll();
    }

    /** How often it has been rung so far. */
    synchronized long heard() {
        return rings;
    }

    /** Returns when it has been rung since, at the latest after so many milliseconds. */
    synchronized void awaitAfter(long heard, long milliseconds) throws InterruptedException {
        long end = System.nanoTime() + milliseconds * 1_000_000;
        for (long left = milliseconds; rings == heard && left > 0; left = (end - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
    }
}
