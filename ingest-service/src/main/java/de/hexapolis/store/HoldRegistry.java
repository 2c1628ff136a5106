package de.hexapolis.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Keeps the registry as it is until the commit: changes of it take the same lock alone. The version is read by a
 * statement of its own, after the lock, since a statement sees what was committed before it began.
 */
final class HoldRegistry {
    private static final String LOCK = "select pg_advisory_xact_lock_shared(740001)";
    private static final String VERSION = "select version from registry_version";

    private HoldRegistry() {}

    /** @return the registry's version, which stands until the transaction ends */
    static long run(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(LOCK);
            try (ResultSet version = statement.executeQuery(VERSION)) {
                version.next();
                return version.getLong(1);
            }
        }
    }
}
