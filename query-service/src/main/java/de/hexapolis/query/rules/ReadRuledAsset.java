package de.hexapolis.query.rules;

import de.hexapolis.query.access.Caller;
import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** The statement that reads what decides about an asset's rules, for staff of its city. Stateless. */
final class ReadRuledAsset {
    private static final String SQL =
            """
            select city_id, kind, district_id, reference, tags from asset
            where asset_id = ? and not retired and (? or city_id = any (?))
            """;

    private ReadRuledAsset() {}

    static Optional<RuledAsset> run(Connection connection, long asset, Caller caller) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setLong(1, asset);
            statement.setBoolean(2, caller.isOperator());
            statement.setArray(3, connection.createArrayOf("text", caller.staffedCities()));
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new RuledAsset(
                                new CityId(row.getString("city_id")),
                                row.getString("kind"),
                                Optional.ofNullable(row.getString("district_id")),
                                row.getString("reference"),
                                List.of((String[]) row.getArray("tags").getArray())))
                        : Optional.empty();
            }
        }
    }
}
