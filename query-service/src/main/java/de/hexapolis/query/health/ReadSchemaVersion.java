package de.hexapolis.query.health;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** The statements that tell which migrations the database has seen. Stateless. */
final class ReadSchemaVersion {
    private static final String IS_MIGRATED = "select to_regclass('flyway_schema_history') is not null";
    private static final String VERSION =
            """
            select coalesce(max(split_part(version, '.', 1)::integer), 0)
            from flyway_schema_history where success and version ~ '^[0-9]+'
            """;

    private ReadSchemaVersion() {}

    /** 0 while there is no schema. */
    static int run(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery(IS_MIGRATED)) {
                row.next();
                if (!row.getBoolean(1)) {
                    return 0;
                }
            }
            try (ResultSet row = statement.executeQuery(VERSION)) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
