package de.hexapolis.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.exception.FlywayValidateException;

/** Brings a database's schema up to date. Several replicas may do so at once: Flyway lets one through at a time. */
public final class Migration {
    private static final String LOCATION = "classpath:de/hexapolis/database";

    private Migration() {}

    /**
     * @return the engine that the database is
     * @throws SQLException if the database is away: try again later
     * @throws UnfitDatabase if it never will do
     */
    public static Engine run(DataSource database) throws SQLException {
        Engine engine;
        try (Connection connection = database.getConnection()) {
            engine = Engine.of(connection);
        } catch (SQLException failure) {
            if (isForGood(failure)) {
                throw new UnfitDatabase(String.valueOf(failure.getMessage()), failure);
            }
            throw failure;
        }
        try {
            flyway(database, engine, LOCATION).load().migrate();
            return engine;
        } catch (FlywayValidateException mismatch) {
            throw new UnfitDatabase(
                    "the schema is not one of ours, or of a newer program: " + mismatch.getMessage(), mismatch);
        } catch (FlywayException failure) {
            throw new SQLException("cannot migrate the schema: " + failure.getMessage(), failure);
        }
    }

    /**
     * A schema with migrations that this program does not know is refused: it would put older functions in the place of
     * newer ones.
     */
    static FluentConfiguration flyway(DataSource database, Engine engine, String location) {
        return Flyway.configure(Migration.class.getClassLoader())
                .dataSource(database)
                .locations(location)
                .placeholders(Map.of("engine", engine.placeholder()))
                .ignoreMigrationPatterns(new String[0])
                .callbacks(new Unhurried());
    }

    /** Wrong password or user (class 28), no such database (3D000). */
    private static boolean isForGood(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("28") || state.equals("3D000");
    }
}
