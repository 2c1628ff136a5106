package de.hexapolis.orders;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Writes what has become of alerts that are locked: first those that are none, for another may begin now where one of them
 * began, or be open in its place. Stateless.
 */
final class SaveAlerts {
    private static final String SQL =
            """
            update alert set state = ?, severity = ?, began_at = ?, ended_at = ?, notified_at = ?, acknowledged_at = ?,
                done_at = ?, due_at = ?, closed_at = ?, reopened = ?, reason = ?, assignee = ?, order_id = ?,
                evidence = ?::jsonb, changed_at = ?
            where alert_id = ?
            """;

    private SaveAlerts() {}

    static void on(Connection connection, Collection<Alert> alerts, Instant now) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(SQL)) {
            List<Alert> changed = alerts.stream()
                    .filter(Alert::isChanged)
                    .sorted(Comparator.comparing(alert -> alert.state() != AlertState.WITHDRAWN))
                    .toList();
            for (Alert alert : changed) {
                fill(update, alert, now);
                update.addBatch();
            }
            if (!changed.isEmpty()) {
                update.executeBatch();
            }
        }
    }

    private static void fill(PreparedStatement update, Alert alert, Instant now) throws SQLException {
        update.setString(1, alert.state().wireName());
        update.setInt(2, Columns.of(alert.severity()));
        update.setObject(3, Columns.of(alert.began()));
        update.setObject(4, Columns.of(alert.at(Moment.ENDED)));
        update.setObject(5, Columns.of(alert.at(Moment.NOTIFIED)));
        update.setObject(6, Columns.of(alert.at(Moment.ACKNOWLEDGED)));
        update.setObject(7, Columns.of(alert.at(Moment.DONE)));
        update.setObject(8, Columns.of(alert.at(Moment.DUE)));
        update.setObject(9, Columns.of(alert.at(Moment.CLOSED)));
        update.setInt(10, alert.reopened());
        update.setString(11, alert.reason().orElse(null));
        update.setString(12, alert.assignee().orElse(null));
        update.setObject(13, alert.facts().orderId().orElse(null));
        update.setString(14, Columns.of(alert.evidence()));
        update.setObject(15, Columns.of(now));
        update.setLong(16, alert.id());
    }
}
