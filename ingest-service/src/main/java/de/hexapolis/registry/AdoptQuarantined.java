package de.hexapolis.registry;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;

/**
 * Gives what devices sent before anybody knew them, and what waits under no city, to the devices' cities: from then on
 * the cities' staff see it and replay it. Stateless.
 */
final class AdoptQuarantined {
    private static final String SQL =
            """
            update quarantine q set city_id = d.city_id
            from device d
            where d.device_key = any (?::text[]) and d.city_id is not null
                and q.device_key = d.device_key and q.city_id is null and q.replayed_at is null
            """;

    private AdoptQuarantined() {}

    static void on(Connection connection, Collection<DeviceRow> devices) throws SQLException {
        Array keys = connection.createArrayOf(
                "text", devices.stream().map(DeviceRow::deviceKey).toArray());
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, keys);
            statement.executeUpdate();
        }
    }
}
