package de.hexapolis.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Leaves a row for each asset that is to be judged. Rows are only added, and nothing that a writer or a judge holds is
 * locked, so nobody waits for anybody.
 */
final class AppendDue {
    private static final String OF_SERIES =
            """
            insert into due (asset_id, from_at, received_at)
            select s.asset_id, timestamptz '2000-01-01Z' + min(d.micros) * interval '1 microsecond', ?
            from unnest(?::integer[], ?::bigint[]) as d (series_id, micros)
            join series s on s.series_id = d.series_id
            group by s.asset_id
            """;
    private static final String OF_ASSETS =
            """
            insert into due (asset_id, from_at, received_at)
            select d.asset_id, timestamptz '2000-01-01Z' + d.micros * interval '1 microsecond', ?
            from unnest(?::bigint[], ?::bigint[]) as d (asset_id, micros)
            """;

    private AppendDue() {}

    /**
     * @param assets with the earliest instant of what is new of them
     * @return how many rows
     */
    static int run(Connection connection, List<DueSeries> series, Map<Long, Instant> assets, Instant receivedAt)
            throws SQLException {
        int rows = 0;
        if (!series.isEmpty()) {
            int[] ids = series.stream().mapToInt(DueSeries::seriesId).toArray();
            List<Instant> from = series.stream().map(DueSeries::from).toList();
            rows += run(connection, OF_SERIES, receivedAt, PostgresArray.of(connection, ids), from);
        }
        if (!assets.isEmpty()) {
            long[] ids = assets.keySet().stream().mapToLong(Long::longValue).toArray();
            rows += run(connection, OF_ASSETS, receivedAt, PostgresArray.of(connection, ids), assets.values());
        }
        return rows;
    }

    private static int run(Connection connection, String sql, Instant receivedAt, Array ids, Collection<Instant> from)
            throws SQLException {
        long[] micros = from.stream().mapToLong(PostgresTime::micros).toArray();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, receivedAt.atOffset(ZoneOffset.UTC));
            statement.setArray(2, ids);
            statement.setArray(3, PostgresArray.of(connection, micros));
            return statement.executeUpdate();
        }
    }
}
