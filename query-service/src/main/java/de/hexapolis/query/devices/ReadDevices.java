package de.hexapolis.query.devices;

import de.hexapolis.query.access.Caller;
import de.hexapolis.query.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The statement that reads devices of the caller's cities, by id. Stateless. */
final class ReadDevices {
    private static final String SQL = Sql.beside(ReadDevices.class, "read_devices.sql");

    private ReadDevices() {}

    static List<Device> run(
            Connection connection, DeviceQuestion question, Caller caller, Instant now, long afterId, int limit)
            throws SQLException {
        List<Device> devices = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, Sql.arrayUnlessEmpty(connection, "text", question.cities()));
            statement.setString(2, question.text().map(Sql::containing).orElse(null));
            statement.setString(3, question.key().orElse(null));
            statement.setObject(4, question.silent().orElse(null));
            statement.setBoolean(5, caller.isOperator());
            statement.setArray(6, connection.createArrayOf("text", caller.staffedCities()));
            statement.setLong(7, afterId);
            statement.setObject(8, Sql.utc(now));
            statement.setInt(9, limit);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    devices.add(read(row));
                }
            }
        }
        return devices;
    }

    private static Device read(ResultSet row) throws SQLException {
        return new Device(
                row.getLong("device_id"),
                row.getString("device_key"),
                Optional.ofNullable(row.getString("city_id")),
                Optional.ofNullable(row.getString("profile_id")),
                Duration.ofSeconds(row.getInt("expected_interval_seconds")).toString(),
                Optional.ofNullable(row.getObject("asset_id", Long.class)),
                Sql.instantIfAny(row, "observed_at"),
                Sql.instantIfAny(row, "received_at"),
                row.getBoolean("silent"));
    }
}
