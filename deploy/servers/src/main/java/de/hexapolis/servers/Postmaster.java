package de.hexapolis.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A PostgreSQL that runs on a data folder, as its lock file postmaster.pid names it.
 *
 * @param port where it listens
 */
record Postmaster(ProcessHandle process, int port) {
    /** The one that runs there now; a lock file that a killed one left is none. */
    static Optional<Postmaster> on(Path data) {
        Path lock = lock(data);
        if (!Files.exists(lock)) {
            return Optional.empty();
        }
        try {
            List<String> lines = Files.readAllLines(lock);
            if (lines.size() < 4) {
                return Optional.empty();
            }
            int port = Integer.parseInt(lines.get(3).strip());
            return ProcessHandle.of(Long.parseLong(lines.get(0).strip()))
                    .filter(Postmaster::isPostgres)
                    .map(process -> new Postmaster(process, port));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + lock, e);
        }
    }

    /** Removes the lock file of one that no longer runs: its process id may by now be somebody else's. */
    static void forget(Path data) {
        try {
            Files.deleteIfExists(lock(data));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + lock(data), e);
        }
    }

    private static Path lock(Path data) {
        return data.resolve("postmaster.pid");
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.isAlive()
                && process.info()
                        .command()
                        .map(command -> command.endsWith("postgres"))
                        .orElse(false);
    }
}
