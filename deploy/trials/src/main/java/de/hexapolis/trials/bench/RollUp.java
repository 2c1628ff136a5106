package de.hexapolis.trials.bench;

import de.hexapolis.trials.world.World;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;

/**
 * Fills latest values and rollups of a history in bulk with the same raw_rollup that the workers call, the newest day
 * first. Days for which there is no time get marks, so that answers stay exact whatever was reached. One thread.
 */
final class RollUp {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final String LATEST =
            """
            insert into latest (series_id, quality, observed_at, value, received_at, rolled_until)
            select s.series_id, newest.quality, newest.observed_at, newest.value, newest.observed_at, ?
            from series s
            cross join lateral (select o.* from observation o
                where o.series_id = s.series_id order by o.observed_at desc limit 1) newest
            where s.city_id = ?
            on conflict (series_id) do nothing
            """;
    private static final String FILL =
            """
            insert into rollup_%s (series_id, bucket, count, sum, min, max, first_value, first_at, last_value, last_at,
                integral, digest)
            select series_id, bucket, count, sum, min, max, first_value, first_at, last_value, last_at, integral, digest
            from raw_rollup(?, ?, ?, ?::interval)
            """;
    private static final String MARK =
            """
            insert into rollup_mark (series_id, day, generation)
            select s.series_id, ?, nextval('rollup_mark_generation') from series s where s.city_id = ?
            """;

    private final World world;
    private final Instant end;

    RollUp(World world, Instant end) {
        this.world = world;
        this.end = end;
    }

    /** @return how many of the year's days are rolled up */
    int within(Duration budget) throws SQLException {
        LocalDate today = LocalDate.ofInstant(end, ZONE);
        try (Connection connection = world.database().open()) {
            latest(connection, start(today));
            Integer[] series = box(SeriesOf.city(connection, History.CITY));
            long deadline = System.nanoTime() + budget.toNanos();
            int rolled = 0;
            int days = (int) History.YEAR.toDays() + 1;
            for (int back = 1; back <= days; back++) {
                LocalDate day = today.minusDays(back);
                if (System.nanoTime() < deadline) {
                    fill(connection, "hour", series, day, "1 hour");
                    fill(connection, "day", series, day, hours(day) + " hours");
                    rolled++;
                } else {
                    mark(connection, day);
                }
            }
            settle(connection);
            return rolled;
        }
    }

    private static void latest(Connection connection, Instant rolledUntil) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LATEST)) {
            statement.setObject(1, rolledUntil.atOffset(ZoneOffset.UTC));
            statement.setString(2, History.CITY);
            statement.executeUpdate();
        }
    }

    private static void fill(Connection connection, String table, Integer[] series, LocalDate day, String width)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(FILL.formatted(table))) {
            statement.setArray(1, connection.createArrayOf("integer", series));
            statement.setObject(2, start(day).atOffset(ZoneOffset.UTC));
            statement.setObject(3, start(day.plusDays(1)).atOffset(ZoneOffset.UTC));
            statement.setString(4, width);
            statement.executeUpdate();
        }
    }

    private static void mark(Connection connection, LocalDate day) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(MARK)) {
            statement.setObject(1, start(day).atOffset(ZoneOffset.UTC));
            statement.setString(2, History.CITY);
            statement.executeUpdate();
        }
    }

    /** What loading leaves to be done is none of the queries' time. */
    private static void settle(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
            statement.execute("checkpoint");
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    private static long hours(LocalDate day) {
        return Duration.between(start(day), start(day.plusDays(1))).toHours();
    }

    private static Integer[] box(int[] numbers) {
        return Arrays.stream(numbers).boxed().toArray(Integer[]::new);
    }
}
