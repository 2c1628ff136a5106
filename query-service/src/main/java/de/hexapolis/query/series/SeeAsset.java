package de.hexapolis.query.series;

import de.hexapolis.query.access.Caller;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The statement that tells whether there is an asset which the caller may see. Stateless. */
final class SeeAsset {
    private static final String SQL =
            """
            select from asset a join city c on c.city_id = a.city_id
            where a.asset_id = ? and (a.open and c.open or ? or a.city_id = any (?))
            """;

    private SeeAsset() {}

    static boolean run(Connection connection, Caller caller, long asset) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setLong(1, asset);
            statement.setBoolean(2, caller.isOperator());
            statement.setArray(3, connection.createArrayOf("text", caller.staffedCities()));
            try (ResultSet row = statement.executeQuery()) {
                return row.next();
            }
        }
    }
}
