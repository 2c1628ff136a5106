package de.hexapolis.registry;

import de.hexapolis.profile.DeviceProfile;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.DeviceId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads all devices. What has not changed since the view before is taken from there, so that two views of 100,000
 * devices share what they hold. Stateless.
 */
final class ReadDevices {
    private static final String SQL = "select device_id, device_key, city_id, profile_id from device";

    private ReadDevices() {}

    static Map<DeviceId, RegisteredDevice> from(
            Connection connection,
            Map<String, Optional<CityId>> cities,
            Map<String, Optional<DeviceProfile>> profiles,
            Map<Long, List<Installation>> installations,
            RegistryView before)
            throws SQLException {
        Map<DeviceId, RegisteredDevice> devices = new HashMap<>(Math.max(64, before.size() * 4 / 3 + 1));
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setFetchSize(RegistryLoader.FETCH_SIZE);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    long deviceId = rows.getLong(1);
                    RegisteredDevice device = new RegisteredDevice(
                            deviceId,
                            new DeviceId(rows.getString(2)),
                            cities.getOrDefault(rows.getString(3), Optional.empty()),
                            profiles.getOrDefault(rows.getString(4), Optional.empty()),
                            installations.getOrDefault(deviceId, List.of()));
                    RegisteredDevice shared =
                            before.device(device.key()).filter(device::equals).orElse(device);
                    devices.put(shared.key(), shared);
                }
            }
        }
        return devices;
    }
}
