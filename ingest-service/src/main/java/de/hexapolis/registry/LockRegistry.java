package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Keeps writers of observations and other changes of the registry out until the end of the transaction. Writers hold
 * the same lock together, so this waits for those that are under way. Stateless.
 */
public final class LockRegistry {
    private LockRegistry() {}

    /** To be called before anything is read that the change depends on. */
    public static void on(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(740001)");
        }
    }
}
