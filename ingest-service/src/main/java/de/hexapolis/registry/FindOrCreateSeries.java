package de.hexapolis.registry;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds the rows of series and creates those that are missing, in one statement. Where another replica creates the same
 * row at the same time, one of them waits for the other and both get its id: {@code do nothing} would give none.
 * Stateless.
 *
 * <p>A series is derived until the device measures the quantity itself: whoever asks for a measured one makes it so, for
 * good and before the first measured reading is written, which is safe from then on from being computed over.
 *
 * <p>A device gets {@link Registry#MOST_SERIES} at an asset, no more: channels are the sender's to name, and a faulty one
 * could name new ones for ever. The bound is approximate: of several replicas that create at the same time, each may
 * use up what is left.
 */
final class FindOrCreateSeries {
    private static final String SQL =
            """
            with wanted as (
                select * from unnest(?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::boolean[])
                    as w (asset_id, device_id, city_id, quantity, channel, derived)
            ), existing as (
                select s.* from series s join wanted w using (asset_id, device_id, quantity, channel)
            ), measured as materialized (
                select s.series_id from series s join wanted w using (asset_id, device_id, quantity, channel)
                where s.derived and not w.derived
                order by asset_id, device_id, quantity, channel
                for update of s
            ), turned as (
                update series s set derived = false from measured m where s.series_id = m.series_id
            ), missing as (
                select w.*, row_number() over (partition by asset_id, device_id order by quantity, channel) as place
                from wanted w
                where not exists (
                    select from existing e
                    where e.asset_id = w.asset_id and e.device_id = w.device_id
                        and e.quantity = w.quantity and e.channel = w.channel)
            ), held as (
                select asset_id, device_id, count(s.series_id) as series
                from (select distinct asset_id, device_id from missing) m left join series s using (asset_id, device_id)
                group by asset_id, device_id
            ), created as (
                insert into series (asset_id, device_id, city_id, quantity, channel, derived)
                select asset_id, device_id, city_id, quantity, channel, derived
                from missing join held using (asset_id, device_id)
                where held.series + missing.place <= ?
                order by asset_id, device_id, quantity, channel
                on conflict (asset_id, device_id, quantity, channel) do update
                    set derived = series.derived and excluded.derived
                returning *
            )
            select series_id, asset_id, device_id, quantity, channel from existing
            union all
            select series_id, asset_id, device_id, quantity, channel from created
            """;

    private record Row(long assetId, long deviceId, String quantity, String channel) {}

    private FindOrCreateSeries() {}

    /**
     * @param keys in {@link SeriesKey#ORDER}; keys that differ in city or derivation alone share a row, which is derived
     *     only if they all are
     * @return without those that are beyond the bound
     */
    static Map<SeriesKey, Integer> on(Connection connection, List<SeriesKey> keys) throws SQLException {
        Map<Row, SeriesKey> wanted = new LinkedHashMap<>();
        keys.forEach(key -> wanted.merge(row(key), key, (one, other) -> one.derived() ? other : one));
        Map<Row, Integer> found = execute(connection, List.copyOf(wanted.values()));
        Map<SeriesKey, Integer> ids = new HashMap<>();
        for (SeriesKey key : keys) {
            Integer id = found.get(row(key));
            if (id != null) {
                ids.put(key, id);
            }
        }
        return ids;
    }

    private static Map<Row, Integer> execute(Connection connection, List<SeriesKey> keys) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, array(connection, "bigint", keys, SeriesKey::assetId));
            statement.setArray(2, array(connection, "bigint", keys, SeriesKey::deviceId));
            statement.setArray(
                    3, array(connection, "text", keys, key -> key.city().value()));
            statement.setArray(4, array(connection, "text", keys, key -> row(key).quantity()));
            statement.setArray(5, array(connection, "text", keys, key -> row(key).channel()));
            statement.setArray(6, array(connection, "boolean", keys, SeriesKey::derived));
            statement.setInt(7, Registry.MOST_SERIES);
            Map<Row, Integer> found = new HashMap<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.put(
                            new Row(rows.getLong(2), rows.getLong(3), rows.getString(4), rows.getString(5)),
                            rows.getInt(1));
                }
            }
            return found;
        }
    }

    private static Row row(SeriesKey key) {
        return new Row(
                key.assetId(),
                key.deviceId(),
                key.quantity().wireName(),
                key.channel().value());
    }

    private static Array array(
            Connection connection, String type, List<SeriesKey> keys, Function<SeriesKey, Object> column)
            throws SQLException {
        return connection.createArrayOf(type, keys.stream().map(column).toArray());
    }
}
