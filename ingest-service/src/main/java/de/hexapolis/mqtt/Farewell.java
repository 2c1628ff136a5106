package de.hexapolis.mqtt;

import java.util.List;

/** Takes a client object apart in a thread of its own, since a client that hangs must not hang its successor. */
final class Farewell {
    private static final long ORDERLY_MS = 2_500;

    private Farewell() {}

    /** Runs the steps one after the other, each whatever became of the one before; waits for them a moment. */
    static void say(String source, Step goodbye, Step drop, Step free) {
        Thread closer =
                new Thread(() -> List.of(goodbye, drop, free).forEach(Farewell::attempt), "mqtt-close-" + source);
        closer.setDaemon(true);
        closer.start();
        try {
            closer.join(ORDERLY_MS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("EmptyCatch")
    private static void attempt(Step step) {
        try {
            step.run();
        } catch (Exception alreadyGone) {
            // the next step frees what is left
        }
    }

    /** One call of a client library. */
    @FunctionalInterface
    interface Step {
        void run() throws Exception;
    }
}
