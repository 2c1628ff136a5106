package de.hexapolis.servers;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one database server of this JVM, chosen at first use and stopped with the JVM. Thread-safe. */
final class SharedDatabase {
    private static final String URL_SETTING = "HEXAPOLIS_TEST_DATABASE_URL";

    private static @Nullable String template;

    private SharedDatabase() {}

    static DatabaseAddress address() {
        return Chosen.ADDRESS;
    }

    static Engine engine() {
        return Chosen.ENGINE;
    }

    /** The name of a database with PostgreSQL's schema, made at the first call, dropped with the JVM. */
    static synchronized String template() {
        if (template == null) {
            String name = DatabaseServer.randomName();
            execute("create database " + name);
            DatabaseServer.migrate(address().database(name), Engine.POSTGRESQL);
            AtExit.run(() -> execute("drop database if exists " + name + " with (force)"));
            template = name;
        }
        return template;
    }

    static void execute(String sql) {
        try (Connection connection = address().dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw DatabaseServer.failed(sql, e);
        }
    }

    private static DatabaseAddress choose() {
        String url = System.getenv(URL_SETTING);
        if (url != null && !url.isBlank()) {
            return new DatabaseAddress(
                    url,
                    System.getenv().getOrDefault("HEXAPOLIS_TEST_DATABASE_USER", "postgres"),
                    System.getenv().getOrDefault("HEXAPOLIS_TEST_DATABASE_PASSWORD", ""));
        }
        if (DockerEngine.answers()) {
            return DatabaseContainer.start();
        }
        Path folder = TestFolder.create("database");
        EmbeddedDatabase database = EmbeddedDatabase.start(new EmbeddedDatabase.Settings(
                folder.resolve("data"),
                FreePort.find(),
                folder.resolve("database.log"),
                Map.of(
                        // a test's data need not outlive a power cut
                        "fsync",
                        "off",
                        "full_page_writes",
                        "off",
                        "shared_buffers",
                        "64MB",
                        "max_connections",
                        "200")));
        AtExit.run(() -> {
            database.close();
            TestFolder.delete(folder);
        });
        return new DatabaseAddress(database.jdbcUrl(), database.username(), "");
    }

    /** Holds what is chosen once. */
    private static final class Chosen {
        static final DatabaseAddress ADDRESS = choose();
        static final Engine ENGINE = detect();

        private static Engine detect() {
            try (Connection connection = ADDRESS.dataSource().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(
                            """
                            select version(),
                                (select default_version from pg_available_extensions where name = 'timescaledb'
                                    and exists (select from pg_settings where name = 'timescaledb.disable_load'))""")) {
                rows.next();
                boolean timescale = rows.getString(2) != null;
                System.out.printf(
                        "Tests use the database at %s: %s%s%n",
                        ADDRESS.jdbcUrl(),
                        rows.getString(1).replaceAll(" on .*", ""),
                        timescale ? ", TimescaleDB " + rows.getString(2) : "");
                return timescale ? Engine.TIMESCALEDB : Engine.POSTGRESQL;
            } catch (SQLException e) {
                throw DatabaseServer.failed("cannot use the test database at " + ADDRESS.jdbcUrl(), e);
            }
        }
    }
}
