package de.hexapolis.command;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Finds an asset by its number, or by city and reference. Stateless. */
final class AssetNames {
    /** How an asset is known. */
    record AssetName(long assetId, String city, String reference) {}

    private static final String BY_ID = "select asset_id, city_id, reference from asset where asset_id = ?";
    private static final String BY_REFERENCE =
            "select asset_id, city_id, reference from asset where city_id = ? and reference = ?";

    private AssetNames() {}

    static Optional<AssetName> byId(Connection connection, long assetId) throws SQLException {
        return query(connection, BY_ID, assetId);
    }

    static Optional<AssetName> byReference(Connection connection, String city, String reference) throws SQLException {
        return query(connection, BY_REFERENCE, city, reference);
    }

    private static Optional<AssetName> query(Connection connection, String sql, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new AssetName(row.getLong(1), row.getString(2), row.getString(3)))
                        : Optional.empty();
            }
        }
    }
}
