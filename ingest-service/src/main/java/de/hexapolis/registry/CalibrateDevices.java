package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;

/**
 * Writes the calibrations of placements. Of a blueprint's devices the blueprint's calibration is the only one; what a
 * person writes is added to those that there are. Stateless.
 */
public final class CalibrateDevices {
    private record Wanted(
            long deviceId, Instant installedFrom, Instant validFrom, double distanceEmptyMm, double distanceFullMm) {}

    private record Device(long deviceId, Instant installedFrom) {}

    private static final String WRITE =
            """
            insert into calibration as c (installation_id, valid_from, distance_empty_mm, distance_full_mm)
            select i.installation_id, w.valid_from, w.distance_empty_mm, w.distance_full_mm
            from jsonb_to_recordset(?::jsonb) as w (
                device_id bigint, installed_from timestamptz, valid_from timestamptz,
                distance_empty_mm double precision, distance_full_mm double precision)
            join installation i on i.device_id = w.device_id and i.installed_from = w.installed_from
            on conflict (installation_id, valid_from) do update set
                distance_empty_mm = excluded.distance_empty_mm, distance_full_mm = excluded.distance_full_mm
            where (c.distance_empty_mm, c.distance_full_mm)
                is distinct from (excluded.distance_empty_mm, excluded.distance_full_mm)
            returning (select device_id from installation i where i.installation_id = c.installation_id), c.valid_from,
                c.xmax = 0
            """;
    private static final String DELETE_OTHERS =
            """
            delete from calibration c
            using jsonb_to_recordset(?::jsonb) as d (device_id bigint, installed_from timestamptz)
            join installation i on i.device_id = d.device_id and i.installed_from = d.installed_from
            where c.installation_id = i.installation_id and not exists (
                select from jsonb_to_recordset(?::jsonb) as w (device_id bigint, valid_from timestamptz)
                where w.device_id = d.device_id and w.valid_from = c.valid_from)
            returning d.device_id, c.valid_from, false
            """;

    private CalibrateDevices() {}

    /** What {@link CalibrateDevices} did. */
    public record Calibrated(Tally tally, Consequences consequences) {}

    public static Calibrated on(Connection connection, PlaceDevices.Placed placed, Author author) throws SQLException {
        List<Wanted> wanted = placed.devices().stream()
                .filter(device -> device.placement().distances().isPresent())
                .map(CalibrateDevices::wanted)
                .toList();
        Consequences consequences = new Consequences();
        Tally deleted = Tally.NONE;
        if (author.blueprint().isPresent()) {
            List<Device> devices = placed.devices().stream()
                    .map(device ->
                            new Device(device.deviceId(), device.placement().from()))
                    .toList();
            deleted = run(connection, DELETE_OTHERS, consequences, devices, wanted);
        }
        Tally written = run(connection, WRITE, consequences, wanted);
        int unchanged = wanted.size() - written.created() - written.updated();
        return new Calibrated(
                new Tally(written.created(), written.updated(), unchanged, 0, deleted.updated()), consequences);
    }

    private static Wanted wanted(PlacedDevice device) {
        Calibration distances = device.placement().distances().orElseThrow();
        return new Wanted(
                device.deviceId(),
                device.placement().from(),
                distances.validFrom(),
                distances.distanceEmptyMm(),
                distances.distanceFullMm());
    }

    @SafeVarargs
    private static Tally run(
            Connection connection, String sql, Consequences consequences, Collection<? extends Record>... rows)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < rows.length; i++) {
                statement.setString(i + 1, RowJson.of(rows[i]));
            }
            try (ResultSet changed = statement.executeQuery()) {
                Tally tally = Tally.NONE;
                while (changed.next()) {
                    tally = tally.plus(changed.getBoolean(3) ? new Tally(1, 0, 0, 0, 0) : new Tally(0, 1, 0, 0, 0));
                    consequences.add(
                            changed.getLong(1),
                            changed.getObject(2, OffsetDateTime.class).toInstant());
                }
                return tally;
            }
        }
    }
}
