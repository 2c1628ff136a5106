package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Makes a device a person's: the next load of its blueprint leaves it and its installations alone. Stateless. */
public final class ClaimDevice {
    private static final String SQL =
            "update device set blueprint_id = null where device_key = ? and blueprint_id is not null";

    private ClaimDevice() {}

    public static void on(Connection connection, String deviceKey) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, deviceKey);
            statement.executeUpdate();
        }
    }
}
