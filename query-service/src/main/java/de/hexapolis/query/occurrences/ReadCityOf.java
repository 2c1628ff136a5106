package de.hexapolis.query.occurrences;

import de.hexapolis.query.access.Caller;
import de.hexapolis.query.sql.NamedSql;
import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The statement that tells in which of the caller's cities an asset is. Stateless. */
final class ReadCityOf {
    private static final NamedSql SQL = NamedSql.beside(ReadCityOf.class, "read_city_of.sql");

    private ReadCityOf() {}

    /** Empty if there is no such asset, or if it is in another city. */
    static Optional<CityId> asset(Connection connection, long asset, Caller caller) throws SQLException {
        Map<String, Object> values = new HashMap<>(caller.sight());
        values.put("asset", asset);
        try (PreparedStatement statement = SQL.with(connection, values);
                ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.of(new CityId(row.getString("city_id"))) : Optional.empty();
        }
    }
}
