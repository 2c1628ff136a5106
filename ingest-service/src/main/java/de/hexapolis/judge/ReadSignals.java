package de.hexapolis.judge;

import de.hexapolis.rules.Fix;
import de.hexapolis.rules.Signal;
import de.hexapolis.store.PostgresArray;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events and positions of assets from an instant on, each. Stateless. */
final class ReadSignals {
    private static final String EVENTS =
            """
            select e.asset_id, e.device_id, e.observed_at, e.kind, e.value
            from unnest(?::bigint[], ?::timestamptz[]) as a (asset_id, since)
            join event e on e.asset_id = a.asset_id and e.observed_at >= a.since
            order by e.observed_at, e.device_id, e.kind
            """;
    private static final String FIXES =
            """
            select p.asset_id, p.device_id, p.observed_at, p.longitude, p.latitude, coalesce(p.accuracy_m, 0) as accuracy_m
            from unnest(?::bigint[], ?::timestamptz[]) as a (asset_id, since)
            join position_fix p on p.asset_id = a.asset_id and p.observed_at >= a.since
            order by p.observed_at, p.device_id
            """;

    private ReadSignals() {}

    /** By asset, by rising time. */
    static Map<Long, List<Signal>> events(Connection connection, Map<Long, Instant> since) throws SQLException {
        return run(
                connection,
                EVENTS,
                since,
                row -> new Signal(
                        row.getLong("device_id"),
                        SqlTimes.instant(row, "observed_at"),
                        row.getString("kind"),
                        ReadAssets.json(row.getString("value"))));
    }

    /** By asset, by rising time. */
    static Map<Long, List<Fix>> fixes(Connection connection, Map<Long, Instant> since) throws SQLException {
        return run(
                connection,
                FIXES,
                since,
                row -> new Fix(
                        row.getLong("device_id"),
                        SqlTimes.instant(row, "observed_at"),
                        row.getDouble("longitude"),
                        row.getDouble("latitude"),
                        row.getDouble("accuracy_m")));
    }

    private static <T> Map<Long, List<T>> run(
            Connection connection, String sql, Map<Long, Instant> since, RowReader<T> reader) throws SQLException {
        Map<Long, List<T>> found = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(
                    1,
                    PostgresArray.of(
                            connection,
                            since.keySet().stream().mapToLong(Long::longValue).toArray()));
            statement.setArray(2, SqlTimes.array(connection, since.values()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(row.getLong("asset_id"), asset -> new ArrayList<>())
                            .add(reader.read(row));
                }
            }
        }
        return found;
    }

    /** One row as a value. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
