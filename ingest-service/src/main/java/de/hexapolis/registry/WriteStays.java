package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Writes what has changed among the stays of devices. A stay keeps its row while it begins at the same instant. Stateless. */
final class WriteStays {
    /**
     * A stay that goes.
     *
     * @param joinedFrom beginning of the stay that it becomes a part of and that gets its calibrations
     * @param calibratedFrom from when on the one that was valid at its beginning is
     */
    record Gone(long deviceId, Instant installedFrom, Optional<Instant> joinedFrom, Optional<Instant> calibratedFrom) {
        static Gone of(Stay stay, PlacedDevice device) {
            return new Gone(device.deviceId(), stay.from(), Optional.empty(), Optional.empty());
        }

        static Gone into(Stay joined, Stay stay, PlacedDevice device) {
            return new Gone(
                    device.deviceId(),
                    stay.from(),
                    Optional.of(joined.from()),
                    Optional.of(device.calibratedFrom(stay, joined)));
        }
    }

    record Written(long deviceId, long assetId, Instant installedFrom, Optional<Instant> installedUntil) {}

    private static final String KEEP_CALIBRATIONS =
            """
            insert into calibration (installation_id, valid_from, distance_empty_mm, distance_full_mm)
            select j.installation_id,
                case when c.valid_from <= i.installed_from then g.calibrated_from else c.valid_from end,
                c.distance_empty_mm, c.distance_full_mm
            from jsonb_to_recordset(?::jsonb) as g (
                device_id bigint, installed_from timestamptz, joined_from timestamptz, calibrated_from timestamptz)
            join installation i on i.device_id = g.device_id and i.installed_from = g.installed_from
            join calibration c on c.installation_id = i.installation_id
            join installation j on j.device_id = g.device_id and j.installed_from = g.joined_from
            order by c.valid_from desc
            on conflict do nothing
            """;
    private static final String DELETE =
            """
            delete from installation i
            using jsonb_to_recordset(?::jsonb) as g (device_id bigint, installed_from timestamptz)
            where i.device_id = g.device_id and i.installed_from = g.installed_from
            """;
    private static final String UPSERT =
            """
            insert into installation as i (device_id, asset_id, installed_from, installed_until)
            select device_id, asset_id, installed_from, installed_until
            from jsonb_to_recordset(?::jsonb) as w (
                device_id bigint, asset_id bigint, installed_from timestamptz, installed_until timestamptz)
            order by device_id, installed_from
            on conflict (device_id, installed_from) do update set
                asset_id = excluded.asset_id, installed_until = excluded.installed_until
            """;

    private WriteStays() {}

    static void on(Connection connection, Collection<Gone> gone, Collection<Written> written) throws SQLException {
        run(connection, UPSERT, written);
        run(connection, KEEP_CALIBRATIONS, gone);
        run(connection, DELETE, gone);
    }

    private static void run(Connection connection, String sql, Collection<? extends Record> rows) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, RowJson.of(rows));
            statement.executeUpdate();
        }
    }
}
