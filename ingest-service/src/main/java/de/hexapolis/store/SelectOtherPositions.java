package de.hexapolis.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** The position fixes under whose keys another place is stored. */
final class SelectOtherPositions {
    private static final double NO_ACCURACY = Double.NaN;

    private static final String SQL =
            """
            select r.number, p.longitude, p.latitude, coalesce(p.accuracy_m, 'NaN')
            from unnest(?::bigint[], ?::bigint[], ?::double precision[], ?::double precision[], ?::double precision[])
                with ordinality as r (device_id, micros, longitude, latitude, accuracy_m, number)
            join position_fix p on p.device_id = r.device_id
                and p.observed_at = timestamptz '2000-01-01Z' + r.micros * interval '1 microsecond'
            where (p.longitude, p.latitude, coalesce(p.accuracy_m, 'NaN')) <> (r.longitude, r.latitude, r.accuracy_m)
            """;

    private SelectOtherPositions() {}

    /** @return what is stored and what came, for people */
    static Map<PositionRow, String> run(Connection connection, List<PositionRow> rows) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, PostgresArray.of(connection, longs(rows, PositionRow::deviceId)));
            statement.setArray(
                    2, PostgresArray.of(connection, longs(rows, row -> PostgresTime.micros(row.observedAt()))));
            statement.setArray(3, PostgresArray.of(connection, doubles(rows, PositionRow::longitude)));
            statement.setArray(4, PostgresArray.of(connection, doubles(rows, PositionRow::latitude)));
            statement.setArray(5, PostgresArray.of(connection, doubles(rows, row -> row.accuracyMetres()
                    .orElse(NO_ACCURACY))));
            Map<PositionRow, String> others = new HashMap<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    PositionRow row = rows.get(result.getInt(1) - 1);
                    others.put(
                            row,
                            "position at %s is %s, not %s"
                                    .formatted(
                                            row.observedAt(),
                                            stored(row, result).place(),
                                            row.place()));
                }
            }
            return others;
        }
    }

    private static PositionRow stored(PositionRow row, ResultSet result) throws SQLException {
        double accuracy = result.getDouble(4);
        return new PositionRow(
                row.deviceId(),
                row.assetId(),
                row.observedAt(),
                result.getDouble(2),
                result.getDouble(3),
                Double.isNaN(accuracy) ? OptionalDouble.empty() : OptionalDouble.of(accuracy));
    }

    private static long[] longs(List<PositionRow> rows, ToLongFunction<PositionRow> column) {
        return rows.stream().mapToLong(column).toArray();
    }

    private static double[] doubles(List<PositionRow> rows, ToDoubleFunction<PositionRow> column) {
        return rows.stream().mapToDouble(column).toArray();
    }
}
