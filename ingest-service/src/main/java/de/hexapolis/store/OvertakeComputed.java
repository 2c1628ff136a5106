package de.hexapolis.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts fill levels that a device measured in the place of those that were computed for the same instants from its
 * distances, and says which. A stored level is a computed one if it is what the distance and the calibration of then give.
 * Which are is asked first: mostly none is, and a change decompresses what it concerns. Of other readings TimescaleDB
 * sees in a statement that changes observations only those that are not compressed, so the change looks at none.
 */
final class OvertakeComputed {
    private static final String FIND =
            """
            select o.series_id, r.micros
            from (
                select series_id, timestamptz '2000-01-01Z' + micros * interval '1 microsecond' as observed_at, micros
                from unnest(?::integer[], ?::smallint[], ?::bigint[], ?::double precision[])
                    as given (series_id, quality, micros, value)) r
            join series s on s.series_id = r.series_id and s.quantity = 'fill_level'
            join series d on d.asset_id = s.asset_id and d.device_id = s.device_id and d.channel = s.channel
                and d.quantity = 'distance'
            join observation o on o.series_id = r.series_id and o.observed_at = r.observed_at
                and o.series_id = any (:series) and o.observed_at = any (:instants)
            join observation m on m.series_id = d.series_id and m.observed_at = r.observed_at and m.quality in (0, 3)
                and m.observed_at = any (:instants)
            join installation i on i.device_id = d.device_id and i.asset_id = d.asset_id
                and r.observed_at >= i.installed_from and r.observed_at < coalesce(i.installed_until, 'infinity')
            cross join lateral (
                select * from calibration
                where installation_id = i.installation_id and valid_from <= r.observed_at
                order by valid_from desc limit 1) c
            where o.value = least(100, greatest(0,
                (c.distance_empty_mm - m.value) / (c.distance_empty_mm - c.distance_full_mm) * 100))
            """;
    private static final String OVERTAKE =
            """
            update observation o set value = r.value, quality = r.quality
            from (
                select *, timestamptz '2000-01-01Z' + micros * interval '1 microsecond' as observed_at
                from unnest(?::integer[], ?::smallint[], ?::bigint[], ?::double precision[], ?::double precision[])
                    as given (series_id, quality, micros, value, computed)) r
            where o.series_id = r.series_id and o.observed_at = r.observed_at and o.value = r.computed
                and o.series_id = any (:series) and o.observed_at = any (:instants)
            returning o.series_id, r.micros
            """;

    private OvertakeComputed() {}

    /**
     * @param rows measured ones
     * @param stored what else is stored under the keys of all rows
     */
    static Set<ObservationRow.Key> run(
            Connection connection, List<ObservationRow> rows, Map<ObservationRow.Key, Double> stored)
            throws SQLException {
        Set<ObservationRow.Key> computed = AnsweredKeys.of(connection, about(FIND, rows), rows);
        if (computed.isEmpty()) {
            return computed;
        }
        List<ObservationRow> overtaking =
                rows.stream().filter(row -> computed.contains(row.key())).toList();
        double[] values = overtaking.stream()
                .mapToDouble(row -> stored.getOrDefault(row.key(), row.value()))
                .toArray();
        return AnsweredKeys.of(connection, about(OVERTAKE, overtaking), overtaking, values);
    }

    private static String about(String sql, List<ObservationRow> rows) {
        return sql.replace(
                        ":series",
                        SqlLiteral.ofSeries(
                                rows.stream().map(ObservationRow::seriesId).toList()))
                .replace(
                        ":instants",
                        SqlLiteral.of(
                                rows.stream().map(ObservationRow::observedAt).toList()));
    }
}
