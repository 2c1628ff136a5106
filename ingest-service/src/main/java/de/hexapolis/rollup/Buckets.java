package de.hexapolis.rollup;

import de.hexapolis.store.PostgresArray;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;

/** Writes the hour buckets and the day bucket of some series for one local day, as raw says. */
final class Buckets {
    private static final String CLEAR_HOURS =
            "delete from rollup_hour where series_id = any (?) and bucket >= ? and bucket < ?";
    private static final String CLEAR_DAY = "delete from rollup_day where series_id = any (?) and bucket = ?";
    private static final String FILL_HOURS =
            """
            insert into rollup_hour (series_id, bucket, count, sum, min, max, first_value, first_at, last_value,
                last_at, integral, digest)
            select series_id, bucket, count, sum, min, max, first_value, first_at, last_value, last_at, integral, digest
            from raw_rollup(?, ?, ?, interval '1 hour')
            """;
    private static final String FILL_DAY =
            """
            insert into rollup_day (series_id, bucket, count, sum, min, max, first_value, first_at, last_value,
                last_at, integral, digest)
            select series_id, bucket, count, sum, min, max, first_value, first_at, last_value, last_at, integral, digest
            from raw_rollup(?, ?, ?, ?::timestamptz - ?::timestamptz)
            """;

    private Buckets() {}

    static void replace(Connection connection, int[] series, Instant from, Instant until) throws SQLException {
        run(connection, CLEAR_HOURS, series, from, until);
        run(connection, CLEAR_DAY, series, from);
        run(connection, FILL_HOURS, series, from, until);
        run(connection, FILL_DAY, series, from, until, until, from);
    }

    private static void run(Connection connection, String sql, int[] series, Instant... times) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, PostgresArray.of(connection, series));
            for (int i = 0; i < times.length; i++) {
                statement.setObject(i + 2, times[i].atOffset(ZoneOffset.UTC));
            }
            statement.executeUpdate();
        }
    }
}
