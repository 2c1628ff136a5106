package de.hexapolis.orders;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Appends to the history of alerts and orders. Stateless. */
final class AppendHistory {
    private static final String SQL =
            """
            insert into history (city_id, alert_id, order_id, at, happened_at, action, from_state, to_state, actor,
                edition, detail, command_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            """;

    private AppendHistory() {}

    static void on(Connection connection, List<HistoryRow> rows, Instant now) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(SQL)) {
            for (HistoryRow row : rows) {
                fill(insert, row, now);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void fill(PreparedStatement insert, HistoryRow row, Instant now) throws SQLException {
        insert.setString(1, row.city().value());
        insert.setObject(2, row.alertId().orElse(null));
        insert.setObject(3, row.orderId().orElse(null));
        insert.setObject(4, Columns.of(now));
        insert.setObject(5, Columns.of(row.happened()));
        insert.setString(6, row.action());
        insert.setString(7, row.from().map(AlertState::wireName).orElse(null));
        insert.setString(8, row.to().map(AlertState::wireName).orElse(null));
        insert.setString(9, row.actor().name());
        insert.setString(10, row.edition().orElse(null));
        insert.setString(11, Columns.of(row.detail()));
        insert.setObject(12, row.actor().command().orElse(null));
    }
}
