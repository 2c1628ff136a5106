package de.hexapolis.orders;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Timers whose time has come. Whoever wants to act on one first locks what it is about, then takes the timer: who comes
 * second finds it gone, and nobody waits for a timer while holding one. Stateless.
 */
final class DueTimers {
    /** @param about the alert, or of {@code seal_order} the order */
    record Due(long id, TimerRow.Kind kind, long about, int step) {}

    private static final String SQL =
            """
            select timer_id, kind, coalesce(alert_id, order_id) as about, step
            from timer
            where due_at <= ? and kind in ('escalate', 'look_again', 'seal_order')
            order by due_at, timer_id
            limit ?
            """;
    private static final String TAKE =
            """
            delete from timer where timer_id = any(?) and due_at <= ?
            returning timer_id, kind, coalesce(alert_id, order_id) as about, step
            """;
    private static final String POSTPONE = "update timer set due_at = ? where timer_id = ?";

    private DueTimers() {}

    static List<Due> read(Connection connection, Instant now, int most) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setObject(1, Columns.of(now));
            statement.setInt(2, most);
            return rows(statement);
        }
    }

    /** Those that are still there; they are gone with the commit. */
    static List<Due> take(Connection connection, Collection<Due> timers, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(TAKE)) {
            statement.setArray(
                    1, Columns.longs(connection, timers.stream().map(Due::id).toList()));
            statement.setObject(2, Columns.of(now));
            return rows(statement);
        }
    }

    static void postpone(Connection connection, Due timer, Instant until) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(POSTPONE)) {
            statement.setObject(1, Columns.of(until));
            statement.setLong(2, timer.id());
            statement.executeUpdate();
        }
    }

    private static List<Due> rows(PreparedStatement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery()) {
            List<Due> timers = new ArrayList<>();
            while (row.next()) {
                timers.add(new Due(
                        row.getLong("timer_id"),
                        TimerRow.Kind.named(row.getString("kind")),
                        row.getLong("about"),
                        row.getInt("step")));
            }
            return timers;
        }
    }
}
