package de.hexapolis.query;

import de.hexapolis.query.access.Audience;
import de.hexapolis.query.access.Caller;
import de.hexapolis.query.sql.Database;
import de.hexapolis.query.sql.Sql;
import de.hexapolis.servers.DatabaseServer;
import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** A real database with the two small cities of {@code small-cities.sql}; closing it drops it. */
public final class SmallCities implements AutoCloseable {
    /** What the clock shows when the seed is fresh. */
    public static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    public static final Caller STAFF_OF_FULDA =
            new Caller("Erika", Set.of(Audience.STAFF), Set.of(new CityId("fulda")));
    public static final Caller OPERATOR = new Caller("Otto", Set.of(Audience.OPERATOR), Set.of());

    private final DatabaseServer server = DatabaseServer.migrated();

    public SmallCities() {
        run(Sql.beside(SmallCities.class, "small-cities.sql"));
    }

    public DatabaseServer server() {
        return server;
    }

    public Database database() {
        return new Database(server.dataSource(), Duration.ofSeconds(10));
    }

    /** Runs statements as the ingest service would. */
    public void run(String sql) {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    /** The one number that a query answers. */
    public long count(String sql) {
        try (Connection connection = server.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException trouble) {
            throw new IllegalStateException(trouble);
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
