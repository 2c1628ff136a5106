package de.hexapolis.rollup;

import de.hexapolis.store.PostgresArray;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Recomputes marked days from raw. Series are shared out to shards, and a shard is worked by one worker at a time, so
 * an older computation never overwrites a newer one. A mark goes only if its generation is the one that was seen
 * before the computation. Days before a city's {@code raw_from} are frozen, since readings of theirs may be gone;
 * upkeep sets it, and deletes only what nobody computes by then. Thread-safe.
 */
final class MarkedDays {
    static final int SHARDS = 16;

    private static final int MARKS_AT_ONCE = 400;
    private static final String CLAIM = "select pg_try_advisory_xact_lock(740003, ?)";
    private static final String MARKS =
            """
            select m.series_id, m.day, m.generation, c.zone, coalesce(m.day < c.raw_from, false) as frozen
            from rollup_mark m
            join series s on s.series_id = m.series_id
            join city c on c.city_id = s.city_id
            where m.series_id % 16 = ?
            order by m.series_id, m.day
            limit ?
            """;
    private static final String WAITING = "select count(*) from rollup_mark";
    private static final String DONE =
            """
            with done as materialized (
                select m.series_id, m.day
                from rollup_mark m
                join unnest(?::integer[], ?::timestamptz[], ?::bigint[]) as seen (series_id, day, generation)
                    on m.series_id = seen.series_id and m.day = seen.day and m.generation = seen.generation
                order by m.series_id, m.day
                for update of m
            )
            delete from rollup_mark m using done where m.series_id = done.series_id and m.day = done.day
            """;

    private final DataSource database;

    MarkedDays(DataSource database) {
        this.database = database;
    }

    /** Recomputes some marked days of a shard; how many, or 0 if there are none or another worker has the shard. */
    int recompute(int shard) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                int done = claim(connection, shard) ? recomputeClaimed(connection, shard) : 0;
                connection.commit();
                return done;
            } catch (SQLException | RuntimeException | Error failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** How many days are marked, of all shards. */
    long waiting() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(WAITING);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        }
    }

    private int recomputeClaimed(Connection connection, int shard) throws SQLException {
        List<Mark> marks = marks(connection, shard);
        Map<LocalDay, List<Mark>> byDay = new TreeMap<>();
        for (Mark mark : marks) {
            if (!mark.frozen) {
                byDay.computeIfAbsent(new LocalDay(mark.day, mark.zone), day -> new ArrayList<>())
                        .add(mark);
            }
        }
        for (Map.Entry<LocalDay, List<Mark>> each : byDay.entrySet()) {
            int[] series =
                    each.getValue().stream().mapToInt(mark -> mark.series).toArray();
            Buckets.replace(
                    connection, series, each.getKey().start, each.getKey().end());
        }
        remove(connection, marks);
        return marks.size();
    }

    private static boolean claim(Connection connection, int shard) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
            statement.setInt(1, shard);
            try (ResultSet result = statement.executeQuery()) {
                return result.next() && result.getBoolean(1);
            }
        }
    }

    private static List<Mark> marks(Connection connection, int shard) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MARKS)) {
            statement.setInt(1, shard);
            statement.setInt(2, MARKS_AT_ONCE);
            List<Mark> marks = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    marks.add(new Mark(
                            result.getInt("series_id"),
                            result.getObject("day", OffsetDateTime.class).toInstant(),
                            result.getLong("generation"),
                            ZoneId.of(result.getString("zone")),
                            result.getBoolean("frozen")));
                }
            }
            return marks;
        }
    }

    private static void remove(Connection connection, List<Mark> marks) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DONE)) {
            statement.setArray(
                    1,
                    PostgresArray.of(
                            connection,
                            marks.stream().mapToInt(mark -> mark.series).toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "timestamptz",
                            marks.stream().map(mark -> mark.day.toString()).toArray()));
            statement.setArray(
                    3,
                    PostgresArray.of(
                            connection,
                            marks.stream().mapToLong(mark -> mark.generation).toArray()));
            statement.executeUpdate();
        }
    }

    private record Mark(int series, Instant day, long generation, ZoneId zone, boolean frozen) {}

    private record LocalDay(Instant start, ZoneId zone) implements Comparable<LocalDay> {
        private Instant end() {
            return start.atZone(zone)
                    .toLocalDate()
                    .plusDays(1)
                    .atStartOfDay(zone)
                    .toInstant();
        }

        @Override
        public int compareTo(LocalDay other) {
            int order = start.compareTo(other.start);
            return order != 0 ? order : zone.getId().compareTo(other.zone.getId());
        }
    }
}
