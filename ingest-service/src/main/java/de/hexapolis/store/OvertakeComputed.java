package de.hexapolis.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/**
 * Puts fill levels that a device measured in the place of those that were computed for the same instants from its
 * distances, and says which. A stored level is a computed one if it is what the distance and the calibration of then give.
 */
final class OvertakeComputed {
    private static final String SQL =
            """
            update observation o set value = r.value, quality = r.quality
            from (
                select series_id, quality, timestamptz '2000-01-01Z' + micros * interval '1 microsecond' as observed_at,
                    micros, value
                from unnest(?::integer[], ?::smallint[], ?::bigint[], ?::double precision[])
                    as given (series_id, quality, micros, value)) r
            join series s on s.series_id = r.series_id and s.quantity = 'fill_level'
            join series d on d.asset_id = s.asset_id and d.device_id = s.device_id and d.channel = s.channel
                and d.quantity = 'distance'
            join observation m on m.series_id = d.series_id and m.observed_at = r.observed_at and m.quality = 0
            join installation i on i.device_id = d.device_id and i.asset_id = d.asset_id
                and r.observed_at >= i.installed_from and r.observed_at < coalesce(i.installed_until, 'infinity')
            cross join lateral (
                select * from calibration
                where installation_id = i.installation_id and valid_from <= r.observed_at
                order by valid_from desc limit 1) c
            where o.series_id = r.series_id and o.observed_at = r.observed_at
                and o.value = least(100, greatest(0,
                    (c.distance_empty_mm - m.value) / (c.distance_empty_mm - c.distance_full_mm) * 100))
            returning o.series_id, r.micros
            """;

    private OvertakeComputed() {}

    /** @param rows measured ones, under whose keys other values are stored */
    static Set<ObservationRow.Key> run(Connection connection, List<ObservationRow> rows) throws SQLException {
        return AnsweredKeys.of(connection, SQL, rows);
    }
}
