package de.hexapolis.judge;

import de.hexapolis.rules.Point;
import de.hexapolis.store.PostgresArray;
import de.hexapolis.telemetry.Quality;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The readings of series from an instant on, and of each the four good ones before: lost messages must not hide that
 * several in a row say the same. All but those of which nobody knows where the device was. Stateless.
 */
final class ReadCourses {
    private static final Duration MOST_BACK = Duration.ofDays(14);
    private static final Quality[] QUALITIES = Quality.values();

    private static final String SQL =
            """
            select a.series_id, o.observed_at, o.value, o.quality
            from unnest(?::integer[], ?::timestamptz[], ?::timestamptz[]) as a (series_id, since, oldest)
            cross join lateral (
                (select o.observed_at, o.value, o.quality from observation o
                 where o.series_id = a.series_id and o.observed_at >= a.since and o.quality <> 1)
                union all
                (select o.observed_at, o.value, o.quality from observation o
                 where o.series_id = a.series_id and o.observed_at < a.since and o.observed_at >= a.oldest
                    and o.quality = 0
                 order by o.observed_at desc limit 4)) o
            order by a.series_id, o.observed_at
            """;

    private ReadCourses() {}

    /**
     * What is read of a series.
     *
     * @param from the earliest instant that is judged anew
     * @param since from then on all readings are wanted
     */
    record Wanted(int seriesId, Instant from, Instant since) {}

    /** By series, by rising time. */
    static Map<Integer, List<Point>> on(Connection connection, List<Wanted> wanted) throws SQLException {
        Map<Integer, List<Point>> courses = new HashMap<>();
        if (wanted.isEmpty()) {
            return courses;
        }
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(
                    1,
                    PostgresArray.of(
                            connection,
                            wanted.stream().mapToInt(Wanted::seriesId).toArray()));
            statement.setArray(
                    2,
                    SqlTimes.array(
                            connection, wanted.stream().map(Wanted::since).toList()));
            statement.setArray(
                    3,
                    SqlTimes.array(
                            connection,
                            wanted.stream()
                                    .map(one -> one.from().minus(MOST_BACK))
                                    .toList()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    courses.computeIfAbsent(row.getInt("series_id"), series -> new ArrayList<>())
                            .add(point(row));
                }
            }
        }
        return courses;
    }

    private static Point point(ResultSet row) throws SQLException {
        return new Point(
                SqlTimes.instant(row, "observed_at"), row.getDouble("value"), QUALITIES[row.getInt("quality")]);
    }
}
