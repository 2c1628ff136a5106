package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Ends the installation of a device that another one replaces. The device stays known and becomes the person's who
 * said so. Stateless.
 */
public final class RemoveDevice {
    private static final String SQL =
            """
            with ended as (
                update installation i set installed_until = ?
                from device d
                where d.device_id = i.device_id and d.device_key = ? and i.installed_from < ?
                    and (i.installed_until is null or i.installed_until > ?)
                returning d.device_id
            )
            update device d set blueprint_id = null from ended where d.device_id = ended.device_id
            returning d.device_id
            """;

    private RemoveDevice() {}

    /** @return whose readings that concerns; none if it was not installed then */
    public static Consequences on(Connection connection, String deviceKey, Instant at) throws SQLException {
        Consequences consequences = new Consequences();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setString(2, deviceKey);
            statement.setObject(3, at.atOffset(ZoneOffset.UTC));
            statement.setObject(4, at.atOffset(ZoneOffset.UTC));
            try (ResultSet devices = statement.executeQuery()) {
                while (devices.next()) {
                    consequences.add(devices.getLong(1), at);
                }
            }
        }
        return consequences;
    }
}
