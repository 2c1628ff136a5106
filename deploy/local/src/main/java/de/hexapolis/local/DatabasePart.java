package de.hexapolis.local;

import de.hexapolis.servers.EmbeddedDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** Our own PostgreSQL, with the platform's user and database in it. Thread-safe. */
final class DatabasePart implements Part {
    private static final String OURS = "hexapolis";

    private final EmbeddedDatabase.Settings settings;
    private volatile @Nullable EmbeddedDatabase database;

    DatabasePart(EmbeddedDatabase.Settings settings) {
        this.settings = settings;
    }

    /** Where it will be once it has started. */
    static Plan.Database address(int port) {
        return new Plan.Database("jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, OURS), OURS, OURS);
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public void start() {
        EmbeddedDatabase started = EmbeddedDatabase.start(settings);
        database = started;
        try (Connection connection = DriverManager.getConnection(started.jdbcUrl(), started.username(), "");
                Statement statement = connection.createStatement()) {
            if (isMissing(statement, "select 1 from pg_roles where rolname = '" + OURS + "'")) {
                statement.execute("create role " + OURS + " login");
            }
            if (isMissing(statement, "select 1 from pg_database where datname = '" + OURS + "'")) {
                statement.execute("create database " + OURS + " owner " + OURS);
            }
        } catch (SQLException e) {
            throw new StartupFailed("cannot make the database '" + OURS + "'", e);
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    @Override
    public boolean isAlive() {
        EmbeddedDatabase it = database;
        return it != null && it.process().isAlive();
    }

    @Override
    public void stop() {
        EmbeddedDatabase it = database;
        if (it != null) {
            it.close();
        }
    }
}
