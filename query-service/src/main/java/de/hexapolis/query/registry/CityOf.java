package de.hexapolis.query.registry;

import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The statements that tell whose an asset or a device is. Stateless. */
final class CityOf {
    private static final String ASSET = "select city_id from asset where asset_id = ?";
    private static final String DEVICE = "select city_id from device where device_key = ?";

    private CityOf() {}

    /** Empty if there is no such asset. */
    static Optional<CityId> asset(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ASSET)) {
            statement.setLong(1, id);
            return first(statement);
        }
    }

    /** Empty if there is no such device, or if it belongs to no city. */
    static Optional<CityId> device(Connection connection, String key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DEVICE)) {
            statement.setString(1, key);
            return first(statement);
        }
    }

    private static Optional<CityId> first(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            return row.next() ? Optional.ofNullable(row.getString(1)).map(CityId::new) : Optional.empty();
        }
    }
}
