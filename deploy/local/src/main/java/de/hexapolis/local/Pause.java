package de.hexapolis.local;

/** A short wait between two looks at something. */
final class Pause {
    private Pause() {}

    /** @throws StartupFailed if the thread is interrupted */
    static void briefly() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartupFailed("interrupted", e);
        }
    }
}
