package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Ends the installation of a device where another one replaces it. The device stays known and becomes the person's who
 * said so. Stateless.
 */
public final class RemoveDevice {
    private static final String SQL =
            """
            with ended as (
                update installation i set installed_until = ?
                from device d
                where d.device_id = i.device_id and d.device_key = ? and i.installed_from < ?
                    and i.asset_id = (select asset_id from asset where city_id = ? and reference = ?)
                    and (i.installed_until is null or i.installed_until > ?)
                returning d.device_id
            )
            update device d set blueprint_id = null from ended where d.device_id = ended.device_id
            returning d.device_id
            """;

    private RemoveDevice() {}

    /** @return whose readings that concerns; none if it was not installed there then */
    public static Consequences on(Connection connection, String deviceKey, Placement successor) throws SQLException {
        Instant at = successor.from();
        Consequences consequences = new Consequences();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setString(2, deviceKey);
            statement.setObject(3, at.atOffset(ZoneOffset.UTC));
            statement.setString(4, successor.cityId());
            statement.setString(5, successor.reference());
            statement.setObject(6, at.atOffset(ZoneOffset.UTC));
            try (ResultSet devices = statement.executeQuery()) {
                while (devices.next()) {
                    consequences.add(devices.getLong(1), at);
                }
            }
        }
        return consequences;
    }
}
