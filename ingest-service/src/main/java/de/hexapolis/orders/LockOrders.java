package de.hexapolis.orders;

import de.hexapolis.rules.CrewKey;
import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** Reads orders and locks them by their number, until the end of the transaction. Stateless. */
final class LockOrders {
    /** The orders of these numbers, and those that collect for these keys. */
    private static final String SQL =
            """
            select order_id, city_id, crew_id, district_id, work, state, collecting, severity, items, items_open, due_at,
                assignee, title, closed_at
            from work_order
            where order_id in (
                select unnest(?::bigint[])
                union
                select o.order_id from work_order o
                join unnest(?::text[], ?::text[], ?::text[], ?::text[]) as k (city_id, crew_id, district_id, work)
                    using (city_id, crew_id, district_id, work)
                where o.collecting)
            order by order_id
            for update
            """;

    private LockOrders() {}

    static Map<Long, OrderRow> on(Connection connection, Collection<Long> ids, Collection<OrderKey> keys)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, Columns.longs(connection, ids));
            statement.setArray(
                    2,
                    Columns.texts(
                            connection,
                            keys.stream().map(key -> key.city().value()).toList()));
            statement.setArray(
                    3,
                    Columns.texts(
                            connection,
                            keys.stream().map(key -> key.crew().crew()).toList()));
            statement.setArray(
                    4,
                    Columns.texts(
                            connection, keys.stream().map(OrderKey::district).toList()));
            statement.setArray(
                    5,
                    Columns.texts(connection, keys.stream().map(OrderKey::work).toList()));
            try (ResultSet row = statement.executeQuery()) {
                Map<Long, OrderRow> orders = new TreeMap<>();
                while (row.next()) {
                    orders.put(row.getLong("order_id"), order(row));
                }
                return orders;
            }
        }
    }

    static OrderRow order(ResultSet row) throws SQLException {
        return new OrderRow(
                row.getLong("order_id"),
                new OrderKey(
                        new CrewKey(new CityId(row.getString("city_id")), row.getString("crew_id")),
                        row.getString("district_id"),
                        row.getString("work")),
                AlertState.named(row.getString("state")),
                row.getBoolean("collecting"),
                Columns.severity(row, "severity"),
                row.getInt("items"),
                row.getInt("items_open"),
                Columns.optionalInstant(row, "due_at"),
                Columns.optionalText(row, "assignee"),
                Columns.object(row, "title"),
                Columns.optionalInstant(row, "closed_at"));
    }
}
