package de.hexapolis.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir
    private Path folder;

    @Test
    void keepsWhatIsCommittedOverKillMinusNine() throws SQLException {
        EmbeddedDatabase.Settings settings = settings();
        EmbeddedDatabase killed = EmbeddedDatabase.start(settings);
        execute(killed, "create table reading (value integer)");
        execute(killed, "insert into reading values (42)");
        killed.process().destroyForcibly();
        await().until(() -> !killed.process().isAlive());

        try (EmbeddedDatabase restarted = EmbeddedDatabase.start(settings)) {
            assertThat(number(restarted, "select value from reading")).isEqualTo(42);
        }
    }

    @Test
    void takesOverOneThatAnEarlierRunLeftOnTheSamePort() {
        EmbeddedDatabase.Settings settings = settings();
        EmbeddedDatabase leftover = EmbeddedDatabase.start(settings);

        try (EmbeddedDatabase second = EmbeddedDatabase.start(settings)) {
            assertThat(second.process().pid()).isEqualTo(leftover.process().pid());
        }
        assertThat(leftover.process().isAlive()).isFalse();
    }

    @Test
    void stopsOneThatAnEarlierRunLeftOnAnotherPort() throws SQLException {
        EmbeddedDatabase leftover = EmbeddedDatabase.start(settings());

        try (EmbeddedDatabase second = EmbeddedDatabase.start(settings())) {
            assertThat(leftover.process().isAlive()).isFalse();
            assertThat(number(second, "select 1")).isEqualTo(1);
        }
    }

    private EmbeddedDatabase.Settings settings() {
        return EmbeddedDatabase.Settings.durable(
                folder.resolve("data"), FreePort.find(), folder.resolve("database.log"));
    }

    private static void execute(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static int number(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.jdbcUrl(), database.username(), "");
    }
}
