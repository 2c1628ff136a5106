package de.hexapolis.servers;

/** A short wait between two looks at another process. */
final class Pause {
    private Pause() {}

    /** @throws IllegalStateException if the thread is interrupted */
    static void millis(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
