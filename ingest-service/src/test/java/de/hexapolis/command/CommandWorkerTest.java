package de.hexapolis.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.hexapolis.schema.OpenGate;
import de.hexapolis.servers.EmbeddedDatabase;
import de.hexapolis.servers.FreePort;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.exceptionsorter.PostgreSQLExceptionSorter;
import io.agroal.api.security.NamePrincipal;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands while the database restarts, on a server of the test's own. */
class CommandWorkerTest {
    private static final int COMMANDS = 40;

    @TempDir
    Path folder;

    @Test
    void carriesOutEachCommandOnceThoughTheDatabaseIsStoppedAndKilledMeanwhile() throws Exception {
        EmbeddedDatabase.Settings settings = EmbeddedDatabase.Settings.durable(
                folder.resolve("data"), FreePort.find(), folder.resolve("postgresql.log"));
        EmbeddedDatabase server = EmbeddedDatabase.start(settings);
        try (AgroalDataSource database = pool(server)) {
            migrate(database);
            request(database, COMMANDS / 2);
            CommandWorker worker = new CommandWorker(
                    new OpenGate(),
                    database,
                    new RunCommand(database, List.of(new NoteSlowly()), Clock.systemUTC(), Duration.ofMinutes(1)));
            worker.start(new StartupEvent());

            awaitNotes(database, 5);
            server.close();
            server = EmbeddedDatabase.start(settings);
            awaitNotes(database, 10);
            server.process().destroyForcibly();
            server.process().onExit().get();
            server = EmbeddedDatabase.start(settings);
            request(database, COMMANDS / 2);
            awaitNotes(database, 25);
            server.close();
            Thread.sleep(2_500);
            server = EmbeddedDatabase.start(settings);

            awaitNotes(database, COMMANDS);
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> count(database, "select count(*) from command where outcome = 'done'") == COMMANDS);
            worker.stop(new ShutdownEvent());
            assertThat(count(database, "select count(*) from note")).isEqualTo(COMMANDS);
            assertThat(count(database, "select count(distinct command_id) from note"))
                    .isEqualTo(COMMANDS);
        } finally {
            server.close();
        }
    }

    private static AgroalDataSource pool(EmbeddedDatabase server) throws SQLException {
        return AgroalDataSource.from(
                new AgroalDataSourceConfigurationSupplier().connectionPoolConfiguration(pool -> pool.maxSize(6)
                        .acquisitionTimeout(Duration.ofSeconds(2))
                        .exceptionSorter(new PostgreSQLExceptionSorter())
                        .connectionFactoryConfiguration(connection -> connection
                                .jdbcUrl(server.jdbcUrl() + "?connectTimeout=2&socketTimeout=20")
                                .principal(new NamePrincipal(server.username())))));
    }

    private static void migrate(DataSource database) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:de/hexapolis/database")
                .placeholders(Map.of("engine", "postgresql"))
                .load()
                .migrate();
        run(database, "create table note (command_id uuid not null)");
    }

    private static void request(DataSource database, int commands) {
        for (int n = 0; n < commands; n++) {
            run(
                    database,
                    """
                    insert into command (command_id, kind, requested_by, requested_at, body)
                    values ('%s', 'note-slowly', 'test', clock_timestamp(), '{}')
                    """
                            .formatted(UUID.randomUUID()));
        }
        run(database, "notify command");
    }

    private static void awaitNotes(DataSource database, int notes) {
        await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(() -> count(database, "select count(*) from note") >= notes);
    }

    /** As people do: if the connection turns out to be a dead one of the pool, once more. */
    private static void run(DataSource database, String sql) {
        await().ignoreExceptions().until(() -> {
            try (Connection connection = database.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
                return true;
            }
        });
    }

    private static int count(DataSource database, String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }

    /** Leaves a note, and then takes so long that a restart comes in between. */
    private static final class NoteSlowly implements CommandHandler {
        @Override
        public String kind() {
            return "note-slowly";
        }

        @Override
        public Answer run(Connection connection, Command command) throws SQLException {
            try (Statement statement = connection.createStatement()) {
                statement.execute("insert into note values ('%s')".formatted(command.id()));
                statement.execute("select pg_sleep(0.1)");
            }
            return new Answer.Done(Map.of());
        }
    }
}
