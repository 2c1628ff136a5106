package de.hexapolis.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Inserts readings and says which of them are new. */
final class InsertObservations {
    private static final String SQL =
            """
            insert into observation (series_id, quality, observed_at, value)
            select r.series_id, r.quality, timestamptz '2000-01-01Z' + r.micros * interval '1 microsecond', r.value
            from unnest(?::integer[], ?::smallint[], ?::bigint[], ?::double precision[])
                as r (series_id, quality, micros, value)
            on conflict do nothing
            returning series_id, (extract(epoch from observed_at - timestamptz '2000-01-01Z') * 1000000)::bigint
            """;

    private InsertObservations() {}

    /** @param rows sorted by {@link ObservationRow#BY_KEY}, each key once */
    static Set<ObservationRow.Key> run(Connection connection, List<ObservationRow> rows) throws SQLException {
        int count = rows.size();
        int[] series = new int[count];
        short[] qualities = new short[count];
        long[] micros = new long[count];
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            ObservationRow row = rows.get(i);
            series[i] = row.seriesId();
            qualities[i] = row.quality();
            micros[i] = PostgresTime.micros(row.observedAt());
            values[i] = row.value();
        }
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, PostgresArray.of(connection, series));
            statement.setArray(2, PostgresArray.of(connection, qualities));
            statement.setArray(3, PostgresArray.of(connection, micros));
            statement.setArray(4, PostgresArray.of(connection, values));
            Set<ObservationRow.Key> inserted = new HashSet<>(count * 2);
            try (ResultSet keys = statement.executeQuery()) {
                while (keys.next()) {
                    inserted.add(new ObservationRow.Key(keys.getInt(1), PostgresTime.instant(keys.getLong(2))));
                }
            }
            return inserted;
        }
    }
}
