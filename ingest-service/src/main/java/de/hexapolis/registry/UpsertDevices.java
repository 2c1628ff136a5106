package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** Writes devices that are new or differ; a blueprint leaves those alone that a person has written. Stateless. */
public final class UpsertDevices {
    private static final String SQL =
            """
            with parameter as (
                select ?::jsonb as rows, ?::text as blueprint_id, ?::boolean as takes_over, ?::timestamptz as at
            ), wanted as materialized (
                select r.*, p.blueprint_id, p.takes_over, p.at
                from parameter p, jsonb_to_recordset(p.rows) as r (
                    device_key text, city_id text, profile_id text, expected_interval_seconds integer)
            ), before as materialized (
                select d.device_key, d.blueprint_id is distinct from w.blueprint_id and not w.takes_over as kept
                from device d join wanted w using (device_key)
            ), written as (
                insert into device as d (device_key, city_id, profile_id, expected_interval_seconds, blueprint_id,
                    changed_at)
                select device_key, city_id, profile_id, expected_interval_seconds, blueprint_id, at
                from wanted
                where not exists (select from before b where b.kept and b.device_key = wanted.device_key)
                order by device_key
                on conflict (device_key) do update set
                    city_id = excluded.city_id, profile_id = excluded.profile_id,
                    expected_interval_seconds = excluded.expected_interval_seconds,
                    blueprint_id = excluded.blueprint_id, changed_at = excluded.changed_at
                where (d.city_id, d.profile_id, d.expected_interval_seconds)
                    is distinct from (excluded.city_id, excluded.profile_id, excluded.expected_interval_seconds)
                    or (excluded.blueprint_id is not null and d.blueprint_id is distinct from excluded.blueprint_id)
                returning d.device_key
            ), updated as (
                select count(*) as rows from written join before using (device_key)
            )
            select count(*) - (select count(*) from before),
                (select rows from updated),
                (select count(*) from before where not kept) - (select rows from updated),
                (select count(*) from before where kept)
            from wanted
            """;

    private UpsertDevices() {}

    /** @param rows each device once */
    public static Tally on(Connection connection, Collection<DeviceRow> rows, Author author) throws SQLException {
        Tally tally = WriteRows.run(connection, SQL, rows, author);
        AdoptQuarantined.on(connection, rows);
        if (tally.updated() > 0) {
            DueAssets.ofDevicesChangedAt(
                    connection,
                    author.at(),
                    rows.stream().map(DeviceRow::deviceKey).toList());
        }
        return tally;
    }
}
