package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Moves readings of the affected devices to the series of the asset at which the device was when it measured. What is
 * computed here (fill levels) is not moved but computed again; where measured levels come to a series of computed ones,
 * it is one of measured ones from then on, and they win over what was computed for the same instants. Stateless.
 */
final class MoveReadings {
    private static final String CREATE_SERIES =
            """
            insert into series (asset_id, device_id, city_id, quantity, channel, derived)
            select distinct i.asset_id, s.device_id, a.city_id, s.quantity, s.channel, false
            from affected f
            join series s on s.device_id = f.device_id and not s.derived
            join installation i on i.device_id = s.device_id and i.asset_id <> s.asset_id
            join asset a on a.asset_id = i.asset_id
            where exists (
                select from observation o
                where o.series_id = s.series_id and o.observed_at >= greatest(f.changed_from, i.installed_from)
                    and o.observed_at < coalesce(i.installed_until, 'infinity'))
            order by 1, 2, 4, 5
            on conflict (asset_id, device_id, quantity, channel) do update set derived = false where series.derived
            """;
    private static final String PICK =
            """
            insert into picked (series_id, observed_at, target)
            select o.series_id, o.observed_at, t.series_id
            from affected f
            join series s on s.device_id = f.device_id and not s.derived
            join installation i on i.device_id = s.device_id and i.asset_id <> s.asset_id
            join series t on t.asset_id = i.asset_id and t.device_id = s.device_id
                and t.quantity = s.quantity and t.channel = s.channel
            join observation o on o.series_id = s.series_id
                and o.observed_at >= greatest(f.changed_from, i.installed_from)
                and o.observed_at < coalesce(i.installed_until, 'infinity')
            """;
    private static final String MOVE =
            """
            with removed as (
                delete from observation o using picked m
                where o.series_id = m.series_id and o.observed_at = m.observed_at and :among_picked
                returning o.series_id, o.quality, o.observed_at, o.value, m.target
            ), added as (
                insert into observation as o (series_id, quality, observed_at, value)
                select target, quality, observed_at, value from removed order by target, observed_at
                on conflict (series_id, observed_at) do update set value = excluded.value, quality = excluded.quality
                where (o.value, o.quality) is distinct from (excluded.value, excluded.quality)
            )
            insert into touched (series_id, observed_at)
            select series_id, observed_at from removed union all select target, observed_at from removed
            """;

    private MoveReadings() {}

    static void on(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(CREATE_SERIES);
        }
        PickedReadings.change(connection, PICK, MOVE);
    }
}
