package de.hexapolis.local;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process that we started, or that an earlier run left. Thread-safe. */
record RunningProgram(String name, ProcessHandle process, DataFolder folder) implements AutoCloseable {
    /**
     * What is longer is ended. ingest-service takes up to 20 s for what is under way, 15 s for each of three sources whose
     * broker hangs, and 5 s for a command.
     */
    private static final Duration GRACE = Duration.ofSeconds(75);

    boolean isAlive() {
        return process.isAlive();
    }

    /** Asks it to end, and makes it end after the grace. */
    @Override
    public void close() {
        process.destroy();
        try {
            process.onExit().get(GRACE.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot wait for the end of " + name, e);
        }
        folder.pidFile(name).delete();
    }
}
