package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Marks good readings of the affected devices as suspect where the device turns out to have been installed nowhere, so
 * that they no longer count but are not lost; takes that back where an installation covers them again. Stateless.
 */
final class JudgeHomelessReadings {
    private static final String PICK =
            """
            insert into picked (series_id, observed_at)
            select o.series_id, o.observed_at
            from affected f
            join series s on s.device_id = f.device_id and not s.derived
            join observation o on o.series_id = s.series_id and o.observed_at >= f.changed_from and o.quality < 2
            where o.quality = case when exists (
                select from installation i
                where i.device_id = f.device_id and o.observed_at >= i.installed_from
                    and o.observed_at < coalesce(i.installed_until, 'infinity')) then 1 else 0 end
            """;
    private static final String JUDGE =
            """
            with changed as (
                update observation o set quality = 1 - o.quality
                from picked j
                where o.series_id = j.series_id and o.observed_at = j.observed_at and :among_picked
                returning o.series_id, o.observed_at
            )
            insert into touched (series_id, observed_at) select series_id, observed_at from changed
            """;

    private JudgeHomelessReadings() {}

    static void on(Connection connection) throws SQLException {
        PickedReadings.change(connection, PICK, JUDGE);
    }
}
