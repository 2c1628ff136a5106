package de.hexapolis.rollup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * Moves {@code rolled_until} of each series to the start of its city's current day and marks the days that it passes.
 * It holds the series' rows of {@code latest} for a moment and reads no observations, so writers hardly wait. A writer
 * whose reading is in a passed day either committed before, and the mark covers it, or sees the new
 * {@code rolled_until} and leaves a mark itself. Thread-safe.
 */
final class AdvanceRolledUntil {
    /** After midnight, stragglers of the old day usually still arrive: let them come before the day is rolled up. */
    private static final Duration GRACE = Duration.ofMinutes(15);

    private static final int SERIES_AT_ONCE = 2_000;
    private static final String SQL =
            """
            with due as materialized (
                select l.series_id, l.rolled_until, c.zone, today.start as day
                from latest l
                join series s on s.series_id = l.series_id
                join city c on c.city_id = s.city_id
                cross join lateral (
                    select date_trunc('day', ?::timestamptz at time zone c.zone) at time zone c.zone as start) today
                where l.rolled_until < today.start
                order by l.series_id
                limit ?
                for update of l
            ), moved as (
                update latest l set rolled_until = due.day from due where l.series_id = due.series_id
            ), marked as (
                insert into rollup_mark (series_id, day, generation)
                select due.series_id, local_day at time zone due.zone, nextval('rollup_mark_generation')
                from due
                cross join lateral generate_series(
                    due.rolled_until at time zone due.zone, (due.day at time zone due.zone) - interval '1 day',
                    interval '1 day') local_day
                order by 1, 2
                on conflict (series_id, day) do update set generation = excluded.generation
            )
            select count(*) from due
            """;

    private final DataSource database;

    AdvanceRolledUntil(DataSource database) {
        this.database = database;
    }

    /** Moves it for some series; false when none is left to move. */
    boolean run(Instant now) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setObject(1, now.minus(GRACE).atOffset(ZoneOffset.UTC));
            statement.setInt(2, SERIES_AT_ONCE);
            try (ResultSet moved = statement.executeQuery()) {
                moved.next();
                return moved.getInt(1) == SERIES_AT_ONCE;
            }
        }
    }
}
