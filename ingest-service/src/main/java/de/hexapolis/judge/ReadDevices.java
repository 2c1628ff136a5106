package de.hexapolis.judge;

import de.hexapolis.rules.DeviceFacts;
import de.hexapolis.store.PostgresArray;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The devices that are installed at assets now, and when they were last heard. Stateless. */
final class ReadDevices {
    private static final String SQL =
            """
            select i.asset_id, d.device_id, d.device_key, d.profile_id, d.expected_interval_seconds,
                -- who was never heard cannot have been missed before it was registered
                case when heard_at is null then greatest(i.installed_from, d.changed_at) else i.installed_from end
                    as installed_from,
                heard_at
            from installation i join device d using (device_id)
                cross join lateral (select greatest(
                    (select max(l.received_at) from series s join latest l using (series_id)
                        where s.device_id = d.device_id),
                    (select max(observed_at) from event e where e.device_id = d.device_id),
                    (select max(observed_at) from position_fix p where p.device_id = d.device_id)) as heard_at) heard
            where i.asset_id = any (?) and i.installed_from <= ? and (i.installed_until is null or i.installed_until > ?)
            order by d.device_id
            """;

    private ReadDevices() {}

    /** By asset. How often they usually report is not known yet: the interval stands for it. */
    static Map<Long, List<DeviceFacts>> on(Connection connection, long[] assets, Instant now) throws SQLException {
        Map<Long, List<DeviceFacts>> devices = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, PostgresArray.of(connection, assets));
            statement.setObject(2, SqlTimes.of(now));
            statement.setObject(3, SqlTimes.of(now));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    devices.computeIfAbsent(row.getLong("asset_id"), asset -> new ArrayList<>())
                            .add(device(row));
                }
            }
        }
        return devices;
    }

    private static DeviceFacts device(ResultSet row) throws SQLException {
        Duration interval = Duration.ofSeconds(row.getInt("expected_interval_seconds"));
        return new DeviceFacts(
                row.getLong("device_id"),
                row.getString("device_key"),
                Optional.ofNullable(row.getString("profile_id")),
                interval,
                interval,
                SqlTimes.instant(row, "installed_from"),
                SqlTimes.optional(row, "heard_at"));
    }
}
