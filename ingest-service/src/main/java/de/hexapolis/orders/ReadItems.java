package de.hexapolis.orders;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the alerts of orders, as they are in this transaction. Stateless. */
final class ReadItems {
    private static final String SQL =
            "select order_id, subject, state, severity, due_at from alert where order_id = any(?)";

    private ReadItems() {}

    static Map<Long, List<DeriveOrder.Item>> on(Connection connection, Collection<Long> orders) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, Columns.longs(connection, orders));
            try (ResultSet row = statement.executeQuery()) {
                Map<Long, List<DeriveOrder.Item>> items = new HashMap<>();
                while (row.next()) {
                    items.computeIfAbsent(row.getLong("order_id"), id -> new ArrayList<>())
                            .add(new DeriveOrder.Item(
                                    row.getString("subject"),
                                    AlertState.named(row.getString("state")),
                                    Columns.severity(row, "severity"),
                                    Columns.optionalInstant(row, "due_at")));
                }
                return items;
            }
        }
    }
}
