package de.hexapolis.query.occurrences;

import de.hexapolis.query.access.Caller;
import de.hexapolis.query.sql.NamedSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The statement that tells whether an asset is the caller's concern: as staff, or by an order of his crews. Stateless. */
final class ReadConcerned {
    private static final NamedSql SQL = NamedSql.beside(ReadConcerned.class, "read_concerned.sql");

    private ReadConcerned() {}

    static boolean on(Connection connection, String city, long asset, Caller caller) throws SQLException {
        Map<String, Object> values = new HashMap<>(caller.sight());
        values.put("asset", asset);
        values.put("city", city);
        try (PreparedStatement statement = SQL.with(connection, values);
                ResultSet row = statement.executeQuery()) {
            return row.next() && row.getBoolean(1);
        }
    }
}
