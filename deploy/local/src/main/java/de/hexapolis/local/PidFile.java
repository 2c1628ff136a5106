package de.hexapolis.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Says which process runs a program: its id and when it started, since ids are used again. One writer at a time.
 */
record PidFile(Path path) {
    /** Start times are read from clock ticks since the boot; two JVMs may read them a little differently. */
    private static final Duration TOLERANCE = Duration.ofSeconds(3);

    void write(ProcessHandle process) {
        Instant started = process.info().startInstant().orElse(Instant.EPOCH);
        try {
            Files.writeString(path, process.pid() + " " + started.toEpochMilli());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + path, e);
        }
    }

    /** The process, if it still runs. */
    Optional<ProcessHandle> running() {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        String[] words = DataFolder.read(path).split(" ", -1);
        if (words.length != 2 || !words[0].matches("\\d{1,18}") || !words[1].matches("\\d{1,18}")) {
            return Optional.empty();
        }
        Instant started = Instant.ofEpochMilli(Long.parseLong(words[1]));
        return ProcessHandle.of(Long.parseLong(words[0]))
                .filter(ProcessHandle::isAlive)
                .filter(process -> startedAt(process, started));
    }

    private static boolean startedAt(ProcessHandle process, Instant instant) {
        Instant started = process.info().startInstant().orElse(Instant.EPOCH);
        return Duration.between(started, instant).abs().compareTo(TOLERANCE) < 0;
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + path, e);
        }
    }
}
