package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** Writes what has changed among the stays of devices. A stay keeps its row while it begins at the same instant. Stateless. */
final class WriteStays {
    /** A stay that goes: those that shrink would otherwise overlap it meanwhile. */
    record Gone(long deviceId, Instant installedFrom) {}

    record Written(long deviceId, long assetId, Instant installedFrom, Optional<Instant> installedUntil) {}

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
        run(connection, DELETE, gone);
        run(connection, UPSERT, written);
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
