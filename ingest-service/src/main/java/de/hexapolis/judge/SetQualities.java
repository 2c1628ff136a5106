package de.hexapolis.judge;

import de.hexapolis.store.PostgresArray;
import de.hexapolis.store.SqlLiteral;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Writes that readings are to be believed no longer, or again: the readings, then {@code latest} where one of them is the
 * newest, then a mark for each day that is rolled up. Readings are named by literals, see {@link SqlLiteral}. Stateless.
 */
final class SetQualities {
    private static final String SINGLE =
            """
            update observation set quality = %d
            where series_id = any (%s) and observed_at = any (%s) and quality = %d
            returning series_id, observed_at
            """;
    private static final String SPAN =
            """
            update observation set quality = %d
            where series_id = any (%s) and observed_at >= %s and observed_at < %s and quality = %d
            returning series_id, observed_at
            """;
    private static final String LOCK = "select from latest where series_id = any (?) order by series_id for update";
    private static final String LATEST =
            """
            update latest l set quality = o.quality
            from observation o
            where l.series_id = any (?) and o.series_id = l.series_id and o.observed_at = l.observed_at
                and l.quality <> o.quality
            """;
    private static final String MARKS =
            """
            insert into rollup_mark (series_id, day, generation)
            select d.series_id, d.day, nextval('rollup_mark_generation')
            from (
                select distinct t.series_id, date_trunc('day', t.observed_at at time zone c.zone) at time zone c.zone as day
                from unnest(?::integer[], ?::timestamptz[]) as t (series_id, observed_at)
                join series s on s.series_id = t.series_id
                join city c on c.city_id = s.city_id) d
            join latest l on l.series_id = d.series_id and d.day < l.rolled_until
            order by d.series_id, d.day
            on conflict (series_id, day) do update set generation = excluded.generation
            """;

    private SetQualities() {}

    private record Touched(int seriesId, Instant observedAt) {}

    static void on(Connection connection, List<Requalified> readings) throws SQLException {
        List<Touched> touched = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (Requalified one : inOrder(readings)) {
                if (!one.instants().isEmpty()) {
                    collect(statement, single(one), touched);
                }
                if (one.hasSpan()) {
                    collect(statement, span(one), touched);
                }
            }
        }
        if (!touched.isEmpty()) {
            follow(connection, touched);
        }
    }

    private static List<Requalified> inOrder(List<Requalified> readings) {
        return readings.stream()
                .filter(one -> !one.isEmpty())
                .sorted(Comparator.comparingInt(Requalified::seriesId))
                .toList();
    }

    private static String single(Requalified one) {
        return SINGLE.formatted(
                one.after().code(),
                SqlLiteral.ofSeries(List.of(one.seriesId())),
                SqlLiteral.of(one.instants()),
                one.before().code());
    }

    private static String span(Requalified one) {
        return SPAN.formatted(
                one.after().code(),
                SqlLiteral.ofSeries(List.of(one.seriesId())),
                SqlLiteral.of(one.from()),
                SqlLiteral.of(one.until()),
                one.before().code());
    }

    private static void collect(Statement statement, String sql, List<Touched> touched) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                touched.add(new Touched(row.getInt("series_id"), SqlTimes.instant(row, "observed_at")));
            }
        }
    }

    private static void follow(Connection connection, List<Touched> touched) throws SQLException {
        int[] series =
                touched.stream().mapToInt(Touched::seriesId).distinct().sorted().toArray();
        for (String sql : List.of(LOCK, LATEST)) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setArray(1, PostgresArray.of(connection, series));
                statement.execute();
            }
        }
        try (PreparedStatement marks = connection.prepareStatement(MARKS)) {
            marks.setArray(
                    1,
                    PostgresArray.of(
                            connection,
                            touched.stream().mapToInt(Touched::seriesId).toArray()));
            marks.setArray(
                    2,
                    SqlTimes.array(
                            connection,
                            touched.stream().map(Touched::observedAt).toList()));
            marks.executeUpdate();
        }
    }
}
