package de.hexapolis.orders;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;

/** Writes what has become of orders that are locked. Stateless. */
final class SaveOrder {
    private static final String SQL =
            """
            update work_order set state = ?, collecting = ?, severity = ?, items = ?, items_open = ?, due_at = ?,
                assignee = ?, title = ?::jsonb, closed_at = ?, changed_at = ?
            where order_id = ?
            """;

    private SaveOrder() {}

    static void on(Connection connection, Collection<OrderRow> orders, Instant now) throws SQLException {
        if (orders.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(SQL)) {
            for (OrderRow order : orders) {
                fill(update, order, now);
                update.addBatch();
            }
            update.executeBatch();
        }
    }

    private static void fill(PreparedStatement update, OrderRow order, Instant now) throws SQLException {
        update.setString(1, order.state().wireName());
        update.setBoolean(2, order.collecting());
        update.setInt(3, Columns.of(order.severity()));
        update.setInt(4, order.items());
        update.setInt(5, order.itemsOpen());
        update.setObject(6, Columns.of(order.due()));
        update.setString(7, order.assignee().orElse(null));
        update.setString(8, Columns.of(order.title()));
        update.setObject(9, Columns.of(order.closed()));
        update.setObject(10, Columns.of(now));
        update.setLong(11, order.id());
    }
}
