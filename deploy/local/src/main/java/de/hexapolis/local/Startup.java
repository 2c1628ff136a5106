package de.hexapolis.local;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * The parts in the order in which they start; they stop in the reverse order: first what sends, last what stores.
 * Thread-safe: stopping may interrupt a start.
 */
final class Startup implements AutoCloseable {
    /** Of the launcher's own pid file. */
    static final String NAME = "up";

    private final DataFolder folder;
    private final Consumer<String> say;
    private final Deque<Part> started = new ArrayDeque<>();
    private volatile boolean stopping;
    private volatile boolean ours;

    Startup(DataFolder folder, Consumer<String> say) {
        this.folder = folder;
        this.say = say;
    }

    /** Makes the folder ours, until we close, and clears what a killed run left; fails where another launcher works. */
    void begin() {
        folder.prepare();
        Leftovers leftovers = new Leftovers(folder, say);
        leftovers.requireNoLauncher();
        leftovers.stopPrograms();
        folder.pidFile(NAME).write(ProcessHandle.current());
        ours = true;
    }

    void start(Part part) {
        synchronized (started) {
            if (stopping) {
                throw new StartupFailed("stopped");
            }
            started.push(part);
        }
        Instant begun = Instant.now();
        part.start();
        say.accept("%-15s ready after %.1f s"
                .formatted(part.name(), Duration.between(begun, Instant.now()).toMillis() / 1000.0));
    }

    /** Starts again whatever has died. */
    void revive() {
        Iterable<Part> oldestFirst;
        synchronized (started) {
            oldestFirst = started::descendingIterator;
        }
        for (Part part : oldestFirst) {
            if (!part.isAlive() && !stopping) {
                say.accept(part.name() + " has ended unexpectedly; starting it again");
                part.start();
            }
        }
    }

    @Override
    public void close() {
        synchronized (started) {
            stopping = true;
            while (!started.isEmpty()) {
                Part part = started.pop();
                say.accept("stopping " + part.name());
                part.stop();
            }
        }
        if (ours) {
            folder.pidFile(NAME).delete();
        }
    }
}
