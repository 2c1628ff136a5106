package de.hexapolis.query.devices;

import de.hexapolis.query.devices.DeviceInstallation.Calibration;
import de.hexapolis.query.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statement that reads where a device was, the newest first, with its calibrations there. Stateless. */
final class ReadInstallations {
    private static final String SQL =
            """
            select i.installation_id, i.asset_id, a.city_id, a.reference, i.installed_from, i.installed_until,
                c.valid_from, c.distance_empty_mm, c.distance_full_mm
            from installation i
            join asset a on a.asset_id = i.asset_id
            left join calibration c on c.installation_id = i.installation_id
            where i.device_id = ?
            order by i.installed_from desc, c.valid_from
            """;

    private ReadInstallations() {}

    static List<DeviceInstallation> run(Connection connection, long device) throws SQLException {
        Map<Long, DeviceInstallation> installations = new LinkedHashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setLong(1, device);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    long id = row.getLong("installation_id");
                    if (!installations.containsKey(id)) {
                        installations.put(id, installation(row));
                    }
                    calibration(row).ifPresent(installations.get(id).calibrations()::add);
                }
            }
        }
        return List.copyOf(installations.values());
    }

    private static DeviceInstallation installation(ResultSet row) throws SQLException {
        return new DeviceInstallation(
                row.getLong("asset_id"),
                row.getString("city_id"),
                row.getString("reference"),
                Sql.instant(row, "installed_from"),
                Sql.instantIfAny(row, "installed_until"),
                new ArrayList<>());
    }

    private static Optional<Calibration> calibration(ResultSet row) throws SQLException {
        var validFrom = Sql.instantIfAny(row, "valid_from");
        return validFrom.isEmpty()
                ? Optional.empty()
                : Optional.of(new Calibration(
                        validFrom.get(), row.getDouble("distance_empty_mm"), row.getDouble("distance_full_mm")));
    }
}
