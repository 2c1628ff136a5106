package de.hexapolis.registry;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A real PostgreSQL for the tests of this process; each asks for a database of its own with the whole schema. */
public final class RegistryDatabase {
    private static final String TEMPLATE = "registry_template";
    private static final EmbeddedPostgres SERVER = start();

    private RegistryDatabase() {}

    /** A new database with the schema and nothing in it. */
    public static DataSource fresh() {
        String name = "registry_" + UUID.randomUUID().toString().replace("-", "");
        execute(SERVER.getPostgresDatabase(), "create database " + name + " template " + TEMPLATE);
        return SERVER.getDatabase("postgres", name);
    }

    /** Runs one or more statements. */
    public static void execute(DataSource database, String sql) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage() + " in: " + sql, failure);
        }
    }

    private static EmbeddedPostgres start() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("timezone", "UTC")
                    .start();
            execute(server.getPostgresDatabase(), "create database " + TEMPLATE);
            DataSource template = server.getDatabase("postgres", TEMPLATE);
            Flyway.configure()
                    .dataSource(template)
                    .locations("classpath:de/hexapolis/database")
                    .placeholders(Map.of("engine", "postgresql"))
                    .load()
                    .migrate();
            execute(template, "create table observation_all partition of observation default");
            return server;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
