package de.hexapolis.query.orders;

import de.hexapolis.query.access.Caller;
import de.hexapolis.query.sql.Jsonb;
import de.hexapolis.query.sql.NamedSql;
import de.hexapolis.query.sql.Sql;
import de.hexapolis.query.work.Severity;
import de.hexapolis.query.work.Title;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statement that reads orders that the caller may see, the newest first, as yet without their alerts. Stateless. */
final class ReadOrders {
    private static final NamedSql SQL = NamedSql.beside(ReadOrders.class, "read_orders.sql");

    private ReadOrders() {}

    static List<Order> run(Connection connection, OrderQuestion question, Caller caller, long beforeId, int limit)
            throws SQLException {
        Map<String, Object> values = new HashMap<>(question.values());
        values.putAll(caller.sight());
        values.put("before_id", beforeId);
        values.put("limit", limit);
        List<Order> orders = new ArrayList<>();
        try (PreparedStatement statement = SQL.with(connection, values);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                orders.add(read(row));
            }
        }
        return orders;
    }

    private static Order read(ResultSet row) throws SQLException {
        String work = row.getString("work");
        return new Order(
                row.getLong("order_id"),
                row.getString("city_id"),
                row.getString("crew_id"),
                new Title(row.getString("name_de"), row.getString("name_en")),
                Optional.ofNullable(row.getString("district_id")),
                Optional.ofNullable(row.getString("district_name")),
                work,
                Jsonb.tree(row, "title").flatMap(Title::of).orElseGet(() -> new Title(work, work)),
                row.getString("state"),
                Severity.of(row.getInt("severity")).wireName(),
                row.getInt("items"),
                row.getInt("items_open"),
                row.getBoolean("collecting"),
                Sql.instantIfAny(row, "due_at"),
                Optional.ofNullable(row.getString("assignee")),
                Sql.instant(row, "opened_at"),
                Sql.instantIfAny(row, "closed_at"),
                Sql.instant(row, "changed_at"),
                ZoneId.of(row.getString("zone")),
                List.of());
    }
}
