package de.hexapolis.servers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * PostgreSQL 17 as a native process on a data folder that outlives it, on loopback only, without passwords. Thread-safe.
 *
 * <p>One that a killed run left on the folder is taken over if it listens on the wanted port, else stopped. After a
 * kill -9 the next start recovers from the write-ahead log.
 */
public final class EmbeddedDatabase implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String USER = "postgres";

    private final Settings settings;
    private final ProcessHandle process;

    /**
     * @param data the data folder; made if there is none
     * @param log what the server and its tools print goes to the end of it
     * @param parameters of postgresql.conf, before PostgreSQL's own
     */
    public record Settings(Path data, int port, Path log, Map<String, String> parameters) {
        public Settings {
            data = data.toAbsolutePath().normalize();
            log = log.toAbsolutePath().normalize();
            parameters = Map.copyOf(parameters);
        }

        /** Durable, sized for a small machine that others work on too. */
        public static Settings durable(Path data, int port, Path log) {
            return new Settings(
                    data,
                    port,
                    log,
                    Map.of(
                            "shared_buffers", "256MB",
                            "effective_cache_size", "1GB",
                            "max_wal_size", "2GB",
                            "checkpoint_timeout", "10min",
                            "random_page_cost", "1.1",
                            // compiling a query costs more than any of ours takes
                            "jit", "off"));
        }
    }

    private EmbeddedDatabase(Settings settings, ProcessHandle process) {
        this.settings = settings;
        this.process = process;
    }

    /** Returns when it answers queries. */
    public static EmbeddedDatabase start(Settings settings) {
        Optional<Postmaster> leftover = Postmaster.on(settings.data());
        if (leftover.filter(it -> it.port() == settings.port()).isPresent()) {
            return answering(
                    new EmbeddedDatabase(settings, leftover.orElseThrow().process()));
        }
        stopIn(settings.data());
        initialize(settings);
        return answering(new EmbeddedDatabase(settings, launch(settings)));
    }

    /** Whether one runs on a data folder. */
    public static boolean runsIn(Path data) {
        return Postmaster.on(data).isPresent();
    }

    /** Stops what runs on a data folder, if anything does; returns when its process has gone. */
    public static void stopIn(Path data) {
        Postmaster.on(data).ifPresent(postmaster -> {
            List<String> stop = List.of("stop", "-D", data.toString(), "-m", "fast", "-w", "-t", "60");
            run(PostgresPrograms.command("pg_ctl", stop), Path.of("/dev/null"));
            postmaster.process().onExit().orTimeout(10, TimeUnit.SECONDS).join();
        });
        Postmaster.forget(data);
    }

    private static void initialize(Settings settings) {
        if (Files.exists(settings.data().resolve("PG_VERSION"))) {
            return;
        }
        try {
            Files.createDirectories(settings.data().getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + settings.data().getParent(), e);
        }
        // the built-in C.UTF-8 is the same on every machine, and still knows capital umlauts
        List<String> words = List.of(
                "-D",
                settings.data().toString(),
                "-U",
                USER,
                "-A",
                "trust",
                "-E",
                "UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--no-instructions");
        run(PostgresPrograms.command("initdb", words), settings.log());
    }

    private static ProcessHandle launch(Settings settings) {
        Map<String, String> parameters = new TreeMap<>(settings.parameters());
        parameters.put("listen_addresses", "127.0.0.1");
        parameters.put("unix_socket_directories", "");
        List<String> words =
                new ArrayList<>(List.of("-D", settings.data().toString(), "-p", String.valueOf(settings.port())));
        parameters.forEach((name, value) -> words.addAll(List.of("-c", name + "=" + value)));
        return begin(OwnSession.of(PostgresPrograms.command("postgres", words)), settings.log())
                .toHandle();
    }

    private static EmbeddedDatabase answering(EmbeddedDatabase database) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (true) {
            try (Connection connection = DriverManager.getConnection(database.jdbcUrl(), USER, "")) {
                connection.isValid(1);
                return database;
            } catch (SQLException e) {
                if (!database.process.isAlive() || Instant.now().isAfter(deadline)) {
                    database.close();
                    throw new IllegalStateException(
                            "PostgreSQL does not answer on port %d, see %s: %s"
                                    .formatted(database.settings.port(), database.settings.log(), e.getMessage()),
                            e);
                }
            }
            Pause.millis(50);
        }
    }

    private static void run(List<String> command, Path log) {
        Process process = begin(command, log);
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("failed, see %s: %s".formatted(log, String.join(" ", command)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private static Process begin(List<String> command, Path log) {
        try {
            return new ProcessBuilder(command)
                    .redirectInput(new File("/dev/null"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run " + command.get(0), e);
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(settings.port());
    }

    public String username() {
        return USER;
    }

    /** The postmaster. */
    public ProcessHandle process() {
        return process;
    }

    /** Stops it, breaking off what runs; what is committed stays. */
    @Override
    public void close() {
        stopIn(settings.data());
    }

    /** {@code --data <folder> --port <port> --log <file>}: runs until it is terminated. */
    public static void main(String[] words) throws Exception {
        ProgramArguments arguments = ProgramArguments.of(List.of(words));
        EmbeddedDatabase database =
                start(Settings.durable(arguments.path("data"), arguments.port("port"), arguments.path("log")));
        AtExit.run(database::close);
        System.out.println("PostgreSQL answers at " + database.jdbcUrl());
        database.process().onExit().get();
    }
}
