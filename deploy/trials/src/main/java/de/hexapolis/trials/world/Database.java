package de.hexapolis.trials.world;

import de.hexapolis.servers.EmbeddedDatabase;
import de.hexapolis.servers.FreePort;
import de.hexapolis.servers.JavaProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PostgreSQL as a process on a data folder and a port that outlive its crashes. One thread. */
public final class Database implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final Path data;
    private final Path log;
    private final int port = FreePort.find();
    private @Nullable Program program;

    Database(Path data, Path log) {
        this.data = data;
        this.log = log;
    }

    /** Returns when it answers; after a crash that means when it has recovered. */
    public void start() throws InterruptedException {
        Patience.until("PostgreSQL answers on port " + port, LONGEST_START, () -> {
            if (program == null || !program.isAlive()) {
                launch();
            }
            try (Connection connection = address().open()) {
                return connection.isValid(2);
            }
        });
    }

    private void launch() {
        program = Program.start(
                new JavaProgram(
                        EmbeddedDatabase.class,
                        List.of("-Xmx48m", "-XX:+UseSerialGC"),
                        List.of("--data", data.toString(), "--port", String.valueOf(port), "--log", log.toString())),
                log);
    }

    /** Like {@code pg_ctl stop -m immediate}: no checkpoint, no farewell. */
    public void crash() throws InterruptedException {
        Signal.QUIT.send(postmaster());
        awaitEnd();
    }

    /** Breaks off what runs and stops. */
    public void stop() throws InterruptedException {
        if (program != null) {
            program.terminate();
            program = null;
        }
    }

    private void awaitEnd() throws InterruptedException {
        if (program != null) {
            program.await(LONGEST_START);
            program = null;
        }
    }

    private long postmaster() {
        try {
            return Long.parseLong(
                    Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
        } catch (IOException e) {
            throw new IllegalStateException("PostgreSQL does not run on " + data, e);
        }
    }

    public int port() {
        return port;
    }

    public DatabaseAddress address() {
        return DatabaseAddress.onLoopback(port);
    }

    /** A new connection. */
    public Connection open() throws SQLException {
        return address().open();
    }

    @Override
    public void close() {
        if (program != null) {
            program.close();
        }
    }
}
