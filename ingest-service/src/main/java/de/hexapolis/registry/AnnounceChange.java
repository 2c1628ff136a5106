package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/** Says that the registry has changed: the next version, and a notice to all replicas at the commit. Stateless. */
public final class AnnounceChange {
    private AnnounceChange() {}

    /** To be called once in a transaction, after the change. */
    public static void on(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("update registry_version set version = version + 1");
            statement.execute("notify registry");
        }
    }
}
