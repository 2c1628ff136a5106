package de.hexapolis.trials.world;

import de.hexapolis.servers.EmbeddedDatabase;
import de.hexapolis.servers.FreePort;
import de.hexapolis.servers.JavaProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * PostgreSQL as a process on a data folder and a port that outlive its crashes; or a database of our own on a server
 * that runs already, which no trial stops. One thread.
 */
public final class Database implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final Path data;
    private final Path log;
    private final DatabaseAddress address;
    private final Optional<DatabaseAddress> server;
    private @Nullable Program program;

    private Database(Path data, Path log, DatabaseAddress address, Optional<DatabaseAddress> server) {
        this.data = data;
        this.log = log;
        this.address = address;
        this.server = server;
    }

    static Database of(Path data, Path log) {
        return new Database(data, log, DatabaseAddress.onLoopback(FreePort.find()), Optional.empty());
    }

    static Database on(DatabaseAddress server) {
        String name = "trials_" + ProcessHandle.current().pid();
        return new Database(Path.of(""), Path.of("/dev/null"), server.named(name), Optional.of(server));
    }

    /** Returns when it answers; after a crash that means when it has recovered. */
    public void start() throws InterruptedException {
        if (server.isPresent()) {
            administer(server.get(), "drop database if exists %s with (force)");
            administer(server.get(), "create database %s");
            return;
        }
        Patience.until("PostgreSQL answers at " + address.jdbcUrl(), LONGEST_START, () -> {
            if (program == null || !program.isAlive()) {
                launch();
            }
            try (Connection connection = address.open()) {
                return connection.isValid(2);
            }
        });
    }

    private void launch() {
        program = Program.start(
                new JavaProgram(
                        EmbeddedDatabase.class,
                        List.of("-Xmx48m", "-XX:+UseSerialGC"),
                        List.of(
                                "--data",
                                data.toString(),
                                "--port",
                                String.valueOf(address.port()),
                                "--log",
                                log.toString())),
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

    /** Processor time of the server's processes so far, in seconds; 0 for a server that ran already. */
    public double processorSeconds() {
        return server.isPresent()
                ? 0
                : ProcessHandle.of(postmaster()).map(Program::processorSeconds).orElse(0.0);
    }

    public DatabaseAddress address() {
        return address;
    }

    /** A new connection. */
    public Connection open() throws SQLException {
        return address().open();
    }

    @Override
    public void close() {
        server.ifPresent(it -> administer(it, "drop database if exists %s with (force)"));
        if (program != null) {
            program.close();
        }
    }

    private void administer(DatabaseAddress where, String sql) {
        String name = address.jdbcUrl().replaceFirst(".*/", "").replaceFirst("\\?.*", "");
        try (Connection connection = where.open();
                Statement statement = connection.createStatement()) {
            statement.execute(sql.formatted(name));
        } catch (SQLException refused) {
            throw new IllegalStateException(sql.formatted(name) + ": " + refused.getMessage(), refused);
        }
    }
}
