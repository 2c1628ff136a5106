package de.hexapolis.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps the newest reading of each series and holds the series' row until the commit, so that a worker that moves
 * {@code rolled_until} comes either before or after this batch. Says where rollups end.
 */
final class UpsertLatest {
    private static final String SQL =
            """
            with upserted as (
                insert into latest as l (series_id, quality, observed_at, value, received_at, rolled_until)
                select r.series_id, r.quality, timestamptz '2000-01-01Z' + r.micros * interval '1 microsecond', r.value, ?,
                    timestamptz '2000-01-01Z' + r.day * interval '1 microsecond'
                from unnest(?::integer[], ?::smallint[], ?::bigint[], ?::double precision[], ?::bigint[])
                    as r (series_id, quality, micros, value, day)
                on conflict (series_id) do update set
                    quality = case when excluded.observed_at >= l.observed_at then excluded.quality else l.quality end,
                    value = case when excluded.observed_at >= l.observed_at then excluded.value else l.value end,
                    received_at = case when excluded.observed_at >= l.observed_at
                        then excluded.received_at else l.received_at end,
                    observed_at = greatest(excluded.observed_at, l.observed_at)
                returning l.series_id, l.rolled_until
            )
            select series_id, rolled_until from upserted
            where rolled_until > timestamptz '2000-01-01Z' + ? * interval '1 microsecond'
            """;

    private UpsertLatest() {}

    /**
     * @param fresh sorted by {@link ObservationRow#BY_KEY}
     * @return the start of the first day that is not rolled up, by series; series whose rollups end before all of these
     *     readings are left out
     */
    static Map<Integer, Instant> run(Connection connection, List<ObservationRow> fresh, Instant receivedAt)
            throws SQLException {
        List<Newest> newest = newest(fresh);
        int count = newest.size();
        int[] series = new int[count];
        short[] qualities = new short[count];
        long[] micros = new long[count];
        double[] values = new double[count];
        long[] days = new long[count];
        long firstDay = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            ObservationRow row = newest.get(i).row;
            series[i] = row.seriesId();
            qualities[i] = row.quality();
            micros[i] = PostgresTime.micros(row.observedAt());
            values[i] = row.value();
            days[i] = PostgresTime.micros(newest.get(i).firstDay);
            firstDay = Math.min(firstDay, days[i]);
        }
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setObject(1, receivedAt.atOffset(ZoneOffset.UTC));
            statement.setArray(2, PostgresArray.of(connection, series));
            statement.setArray(3, PostgresArray.of(connection, qualities));
            statement.setArray(4, PostgresArray.of(connection, micros));
            statement.setArray(5, PostgresArray.of(connection, values));
            statement.setArray(6, PostgresArray.of(connection, days));
            statement.setLong(7, firstDay);
            Map<Integer, Instant> rolledUntil = new HashMap<>();
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

    /** In one walk: rows of a series stand together, the newest last and the first day first. */
    private static List<Newest> newest(List<ObservationRow> fresh) {
        List<Newest> newest = new ArrayList<>(fresh.size());
        int first = 0;
        for (int i = 0; i < fresh.size(); i++) {
            ObservationRow row = fresh.get(i);
            if (i + 1 == fresh.size() || fresh.get(i + 1).seriesId() != row.seriesId()) {
                newest.add(new Newest(row, fresh.get(first).day()));
                first = i + 1;
            }
        }
        return newest;
    }

    private record Newest(ObservationRow row, Instant firstDay) {}
}
