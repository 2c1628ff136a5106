package de.hexapolis.orders;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * Sets timers; one that is set already is set anew, and of looks an alert has one. Whoever calls holds the alert or the
 * order. Stateless.
 */
final class SetTimers {
    private static final String SQL =
            """
            insert into timer (due_at, kind, alert_id, order_id, step) values (?, ?, ?, ?, ?)
            on conflict (kind, coalesce(alert_id, 0), coalesce(order_id, 0), coalesce(channel_id, 0), step)
                do update set due_at = excluded.due_at
            """;

    private static final String NO_OTHER_LOOK = "delete from timer where kind = 'look_again' and alert_id = any(?)";

    private SetTimers() {}

    static void on(Connection connection, List<TimerRow> timers) throws SQLException {
        if (timers.isEmpty()) {
            return;
        }
        dropOtherLooks(connection, timers);
        try (PreparedStatement insert = connection.prepareStatement(SQL)) {
            for (TimerRow timer : timers) {
                insert.setObject(1, Columns.of(timer.due()));
                insert.setString(2, timer.kind().wireName());
                insert.setObject(3, timer.alertId().orElse(null));
                insert.setObject(4, timer.orderId().orElse(null));
                insert.setInt(5, timer.step());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void dropOtherLooks(Connection connection, List<TimerRow> timers) throws SQLException {
        List<Long> looked = timers.stream()
                .filter(timer -> timer.kind() == TimerRow.Kind.LOOK_AGAIN)
                .flatMap(timer -> timer.alertId().stream())
                .toList();
        if (!looked.isEmpty()) {
            try (PreparedStatement delete = connection.prepareStatement(NO_OTHER_LOOK)) {
                delete.setArray(1, Columns.longs(connection, looked));
                delete.executeUpdate();
            }
        }
    }
}
