package de.hexapolis.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values that are already stored under given keys. */
final class SelectStored {
    private static final String SQL =
            """
            select r.number, o.value
            from unnest(?::integer[], ?::bigint[]) with ordinality as r (series_id, micros, number)
            join observation o on o.series_id = r.series_id
                and o.observed_at = timestamptz '2000-01-01Z' + r.micros * interval '1 microsecond'
            """;

    private SelectStored() {}

    static Map<ObservationRow.Key, Double> run(Connection connection, List<ObservationRow> rows) throws SQLException {
        int[] series = rows.stream().mapToInt(ObservationRow::seriesId).toArray();
        long[] micros = rows.stream()
                .mapToLong(row -> PostgresTime.micros(row.observedAt()))
                .toArray();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, PostgresArray.of(connection, series));
            statement.setArray(2, PostgresArray.of(connection, micros));
            Map<ObservationRow.Key, Double> values = new HashMap<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    values.put(rows.get(result.getInt(1) - 1).key(), result.getDouble(2));
                }
            }
            return values;
        }
    }
}
