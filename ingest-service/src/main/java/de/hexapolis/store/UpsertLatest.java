package de.hexapolis.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps the newest reading of each series and holds the series' row until the commit, so that a worker that moves
 * {@code rolled_until} comes either before or after this batch. Says where each series' rollups end.
 */
final class UpsertLatest {
    private static final String SQL =
            """
            insert into latest as l (series_id, quality, observed_at, value, received_at, rolled_until)
            select r.series_id, r.quality, timestamptz '2000-01-01Z' + r.micros * interval '1 microsecond', r.value, ?,
                timestamptz '2000-01-01Z' + r.day * interval '1 microsecond'
            from unnest(?::integer[], ?::smallint[], ?::bigint[], ?::double precision[], ?::bigint[])
                as r (series_id, quality, micros, value, day)
            on conflict (series_id) do update set
                quality = case when excluded.observed_at > l.observed_at then excluded.quality else l.quality end,
                value = case when excluded.observed_at > l.observed_at then excluded.value else l.value end,
                received_at = case when excluded.observed_at > l.observed_at
                    then excluded.received_at else l.received_at end,
                observed_at = greatest(excluded.observed_at, l.observed_at)
            returning l.series_id, l.rolled_until
            """;

    private UpsertLatest() {}

    /** @return the start of the first day that is not rolled up, by series */
    static Map<Integer, Instant> run(Connection connection, Collection<ObservationRow> fresh, Instant receivedAt)
            throws SQLException {
        TreeMap<Integer, Newest> bySeries = new TreeMap<>();
        for (ObservationRow row : fresh) {
            bySeries.merge(row.seriesId(), new Newest(row, row.day()), Newest::with);
        }
        List<Newest> newest = List.copyOf(bySeries.values());
        int count = newest.size();
        int[] series = new int[count];
        short[] qualities = new short[count];
        long[] micros = new long[count];
        double[] values = new double[count];
        long[] days = new long[count];
        for (int i = 0; i < count; i++) {
            ObservationRow row = newest.get(i).row;
            series[i] = row.seriesId();
            qualities[i] = row.quality();
            micros[i] = PostgresTime.micros(row.observedAt());
            values[i] = row.value();
            days[i] = PostgresTime.micros(newest.get(i).firstDay);
        }
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setObject(1, receivedAt.atOffset(ZoneOffset.UTC));
            statement.setArray(2, PostgresArray.of(connection, series));
            statement.setArray(3, PostgresArray.of(connection, qualities));
            statement.setArray(4, PostgresArray.of(connection, micros));
            statement.setArray(5, PostgresArray.of(connection, values));
            statement.setArray(6, PostgresArray.of(connection, days));
            Map<Integer, Instant> rolledUntil = new HashMap<>(count * 2);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rolledUntil.put(
                            result.getInt(1),
                            result.getObject(2, OffsetDateTime.class).toInstant());
                }
            }
            return rolledUntil;
        }
    }

    private record Newest(ObservationRow row, Instant firstDay) {
        private Newest with(Newest other) {
            return new Newest(
                    other.row.observedAt().isAfter(row.observedAt()) ? other.row : row,
                    other.firstDay.isBefore(firstDay) ? other.firstDay : firstDay);
        }
    }
}
