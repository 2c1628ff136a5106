package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the rows of devices and assets that placements name, with all stays so far. Stateless. */
final class ReadPlacedDevices {
    private static final String SQL =
            """
            select d.device_key, d.device_id, a.asset_id, i.asset_id, i.installed_from, i.installed_until
            from jsonb_to_recordset(?::jsonb) as w (device_key text, city_id text, reference text)
            join device d using (device_key)
            join asset a on a.city_id = w.city_id and a.reference = w.reference
            left join installation i on i.device_id = d.device_id
            where ? or d.blueprint_id is not distinct from ?
            order by d.device_key, i.installed_from
            """;

    private record Device(long deviceId, long assetId, List<Stay> stays) {}

    private ReadPlacedDevices() {}

    /** @param author whose blueprint leaves the devices of others alone, unless it takes them over */
    static List<PlacedDevice> on(Connection connection, Collection<Placement> placements, Author author)
            throws SQLException {
        Map<String, Device> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, RowJson.of(placements));
            statement.setBoolean(2, author.takesOver());
            statement.setString(3, author.blueprint().orElse(null));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Device device = new Device(row.getLong(2), row.getLong(3), new ArrayList<>());
                    Device known = found.putIfAbsent(row.getString(1), device);
                    stay(row).ifPresent((known == null ? device : known).stays()::add);
                }
            }
        }
        Map<String, PlacedDevice> placed = new LinkedHashMap<>();
        for (Placement placement : placements) {
            Device device = found.get(placement.deviceKey());
            if (device != null) {
                placed.put(
                        placement.deviceKey(),
                        new PlacedDevice(placement, device.deviceId(), device.assetId(), device.stays()));
            }
        }
        return List.copyOf(placed.values());
    }

    private static Optional<Stay> stay(ResultSet row) throws SQLException {
        @Nullable OffsetDateTime from = row.getObject(5, OffsetDateTime.class);
        if (from == null) {
            return Optional.empty();
        }
        @Nullable OffsetDateTime until = row.getObject(6, OffsetDateTime.class);
        return Optional.of(new Stay(
                row.getLong(4), from.toInstant(), Optional.ofNullable(until).map(OffsetDateTime::toInstant)));
    }
}
