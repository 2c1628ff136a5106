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
 * {@code rolled_until}, and a judge that sets a band, come either before or after this batch. Says where rollups end, and
 * which series are to be judged: those with a reading outside of their band, or of bad quality, or behind a newer one.
 */
final class UpsertLatest {
    /**
     * The row that is left tells of the series' newest reading whether it is quiet; what else the batch has of a series
     * comes apart, and mostly there is nothing. A full join, because it can only be hashed or merged: the plan does not
     * know how long the arrays are.
     */
    private static final String SQL =
            """
            with upserted as (
                insert into latest as l (series_id, quality, observed_at, value, received_at, rolled_until, late_from)
                select r.series_id, r.quality, timestamptz '2000-01-01Z' + r.micros * interval '1 microsecond', r.value, ?,
                    timestamptz '2000-01-01Z' + r.day * interval '1 microsecond',
                    timestamptz '2000-01-01Z' + r.earliest * interval '1 microsecond'
                from unnest(?::integer[], ?::smallint[], ?::bigint[], ?::double precision[], ?::bigint[], ?::bigint[])
                    as r (series_id, quality, micros, value, day, earliest)
                on conflict (series_id) do update set
                    quality = case when excluded.observed_at >= l.observed_at then excluded.quality else l.quality end,
                    value = case when excluded.observed_at >= l.observed_at then excluded.value else l.value end,
                    received_at = case when excluded.observed_at >= l.observed_at
                        then excluded.received_at else l.received_at end,
                    late_from = case when excluded.late_from <= l.observed_at then excluded.late_from else 'infinity' end,
                    observed_at = greatest(excluded.observed_at, l.observed_at)
                returning l.series_id, l.rolled_until, l.quiet_low, l.quiet_high, l.quality <> 0
                    or l.value < l.quiet_low or l.value > l.quiet_high or l.late_from < 'infinity' as is_due
            ), asked as (
                select u.series_id, u.rolled_until,
                    u.is_due or coalesce(w.lowest < u.quiet_low or w.highest > u.quiet_high, false) as is_due
                from upserted u
                full join unnest(?::integer[], ?::double precision[], ?::double precision[])
                    as w (series_id, lowest, highest) on w.series_id = u.series_id
            )
            select series_id, is_due, case when rolled_until > p.first_day then rolled_until end
            from asked, (select timestamptz '2000-01-01Z' + ? * interval '1 microsecond' as first_day) p
            where is_due or rolled_until > p.first_day
            """;

    private UpsertLatest() {}

    /** @param fresh sorted by {@link ObservationRow#BY_KEY} */
    static Upserted run(Connection connection, List<ObservationRow> fresh, Instant receivedAt) throws SQLException {
        if (fresh.isEmpty()) {
            return Upserted.NOTHING;
        }
        List<SeriesOfBatch> batch = SeriesOfBatch.of(fresh);
        List<SeriesOfBatch> several =
                batch.stream().filter(SeriesOfBatch::hasSeveral).toList();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setObject(1, receivedAt.atOffset(ZoneOffset.UTC));
            long firstDay = bindNewest(connection, statement, batch);
            bindSeveral(connection, statement, several);
            statement.setLong(11, firstDay);
            try (ResultSet result = statement.executeQuery()) {
                return answer(result, batch);
            }
        }
    }

    private static long bindNewest(Connection connection, PreparedStatement statement, List<SeriesOfBatch> batch)
            throws SQLException {
        int count = batch.size();
        int[] series = new int[count];
        short[] qualities = new short[count];
        long[] micros = new long[count];
        double[] values = new double[count];
        long[] days = new long[count];
        long[] earliest = new long[count];
        long firstDay = Long.MAX_VALUE;
        for (int i = 0; i < count; i++) {
            ObservationRow newest = batch.get(i).newest();
            ObservationRow first = batch.get(i).earliest();
            series[i] = newest.seriesId();
            qualities[i] = newest.quality();
            micros[i] = PostgresTime.micros(newest.observedAt());
            values[i] = newest.value();
            days[i] = PostgresTime.micros(first.day());
            earliest[i] = PostgresTime.micros(first.observedAt());
            firstDay = Math.min(firstDay, days[i]);
        }
        statement.setArray(2, PostgresArray.of(connection, series));
        statement.setArray(3, PostgresArray.of(connection, qualities));
        statement.setArray(4, PostgresArray.of(connection, micros));
        statement.setArray(5, PostgresArray.of(connection, values));
        statement.setArray(6, PostgresArray.of(connection, days));
        statement.setArray(7, PostgresArray.of(connection, earliest));
        return firstDay;
    }

    private static void bindSeveral(Connection connection, PreparedStatement statement, List<SeriesOfBatch> several)
            throws SQLException {
        int[] series = several.stream().mapToInt(one -> one.newest().seriesId()).toArray();
        double[] lowest = several.stream().mapToDouble(SeriesOfBatch::lowest).toArray();
        double[] highest = several.stream().mapToDouble(SeriesOfBatch::highest).toArray();
        statement.setArray(8, PostgresArray.of(connection, series));
        statement.setArray(9, PostgresArray.of(connection, lowest));
        statement.setArray(10, PostgresArray.of(connection, highest));
    }

    private static Upserted answer(ResultSet result, List<SeriesOfBatch> batch) throws SQLException {
        Map<Integer, Instant> rolledUntil = new HashMap<>();
        List<Integer> due = new ArrayList<>();
        while (result.next()) {
            int series = result.getInt(1);
            if (result.getBoolean(2)) {
                due.add(series);
            }
            OffsetDateTime until = result.getObject(3, OffsetDateTime.class);
            if (until != null) {
                rolledUntil.put(series, until.toInstant());
            }
        }
        return new Upserted(rolledUntil, SeriesOfBatch.due(batch, due));
    }
}
