package de.hexapolis.trials.world;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A signal to a process; Java itself knows but two of them. */
enum Signal {
    STOP,
    CONT,
    QUIT;

    void send(long pid) {
        try {
            int code = new ProcessBuilder("kill", "-" + name(), String.valueOf(pid))
                    .inheritIO()
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("cannot send %s to process %d".formatted(this, pid));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run kill", e);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", hurried);
        }
    }
}
