package de.hexapolis.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Runs statements that take readings and answer the keys of those with which they did something. Stateless. */
final class AnsweredKeys {
    private AnsweredKeys() {}

    /**
     * @param sql takes series ids, qualities, microseconds since 2000 and values, arrays of one length; answers series ids
     *     and microseconds
     * @param more further arrays of that length that the statement takes
     */
    static Set<ObservationRow.Key> of(Connection connection, String sql, List<ObservationRow> rows, double[]... more)
            throws SQLException {
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
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, PostgresArray.of(connection, series));
            statement.setArray(2, PostgresArray.of(connection, qualities));
            statement.setArray(3, PostgresArray.of(connection, micros));
            statement.setArray(4, PostgresArray.of(connection, values));
            for (int i = 0; i < more.length; i++) {
                statement.setArray(5 + i, PostgresArray.of(connection, more[i]));
            }
            Set<ObservationRow.Key> answered = new HashSet<>(count * 2);
            try (ResultSet keys = statement.executeQuery()) {
                while (keys.next()) {
                    answered.add(new ObservationRow.Key(keys.getInt(1), PostgresTime.instant(keys.getLong(2))));
                }
            }
            return answered;
        }
    }
}
