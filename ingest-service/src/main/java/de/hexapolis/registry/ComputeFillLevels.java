package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Computes the fill levels of the affected devices again from their distances and the calibrations valid then: missing
 * ones are inserted, wrong ones corrected, those without a calibration deleted. The formula is that of
 * {@link Calibration#fillLevel}. Where a device measures its fill level itself, or began to, nothing is computed, and
 * what had been computed before it began stays as it is. Stateless.
 */
final class ComputeFillLevels {
    private static final String CREATE_SERIES =
            """
            insert into series (asset_id, device_id, city_id, quantity, channel, derived)
            select distinct s.asset_id, s.device_id, s.city_id, 'fill_level', s.channel, true
            from affected f
            join series s on s.device_id = f.device_id and s.quantity = 'distance'
            join installation i on i.device_id = s.device_id and i.asset_id = s.asset_id
            where exists (select from calibration c where c.installation_id = i.installation_id)
            order by 1, 2, 5
            on conflict (asset_id, device_id, quantity, channel) do nothing
            """;
    private static final String COMPUTE =
            """
            with valid as (
                select c.*, lead(c.valid_from, 1, 'infinity') over (
                    partition by c.installation_id order by c.valid_from) as valid_until
                from calibration c
                where c.installation_id in (
                    select i.installation_id from installation i join affected f on f.device_id = i.device_id)
            )
            insert into computed_level (series_id, observed_at, value)
            select t.series_id, o.observed_at, least(100, greatest(0,
                (v.distance_empty_mm - o.value) / (v.distance_empty_mm - v.distance_full_mm) * 100))
            from affected f
            join series s on s.device_id = f.device_id and s.quantity = 'distance'
            join series t on t.asset_id = s.asset_id and t.device_id = s.device_id and t.channel = s.channel
                and t.quantity = 'fill_level' and t.derived
            join installation i on i.device_id = s.device_id and i.asset_id = s.asset_id
            join valid v on v.installation_id = i.installation_id
            join observation o on o.series_id = s.series_id and o.quality in (0, 3)
                and o.observed_at >= greatest(f.changed_from, i.installed_from, v.valid_from)
                and o.observed_at < least(coalesce(i.installed_until, 'infinity'), v.valid_until)
            """;
    private static final String PICK_GONE =
            """
            insert into picked (series_id, observed_at)
            select o.series_id, o.observed_at
            from affected f
            join series s on s.device_id = f.device_id and s.derived
            join observation o on o.series_id = s.series_id and o.observed_at >= f.changed_from
            where not exists (
                select from computed_level c where c.series_id = o.series_id and c.observed_at = o.observed_at)
            """;
    private static final String DELETE =
            """
            with gone as (
                delete from observation o using picked p
                where o.series_id = p.series_id and o.observed_at = p.observed_at and :among_picked
                returning o.series_id, o.observed_at
            )
            insert into touched (series_id, observed_at) select series_id, observed_at from gone
            """;
    private static final String WRITE =
            """
            with written as (
                insert into observation as o (series_id, quality, observed_at, value)
                select series_id, 0, observed_at, value from computed_level order by series_id, observed_at
                on conflict (series_id, observed_at) do update set value = excluded.value, quality = excluded.quality
                where o.value <> excluded.value or o.quality not in (0, 3)
                returning o.series_id, o.observed_at
            )
            insert into touched (series_id, observed_at) select series_id, observed_at from written
            """;

    private ComputeFillLevels() {}

    static void on(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(CREATE_SERIES);
            statement.executeUpdate(COMPUTE);
        }
        PickedReadings.change(connection, PICK_GONE, DELETE);
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(WRITE);
        }
    }
}
