package de.hexapolis.servers;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is to be undone when the JVM ends, the last first. Thread-safe. */
final class AtExit {
    private static final Deque<Runnable> STEPS = new ArrayDeque<>();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(AtExit::undo, "servers-stop"));
    }

    private AtExit() {}

    static synchronized void run(Runnable step) {
        STEPS.push(step);
    }

    private static synchronized void undo() {
        STEPS.forEach(AtExit::undo);
    }

    private static void undo(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            System.err.println("While stopping a test server: " + e.getMessage());
        }
    }
}
