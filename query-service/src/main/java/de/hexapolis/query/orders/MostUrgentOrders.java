package de.hexapolis.query.orders;

import de.hexapolis.query.access.Caller;
import de.hexapolis.query.sql.NamedSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The statement that finds the orders that are not closed, the most urgent first. Stateless. */
final class MostUrgentOrders {
    private static final NamedSql SQL = NamedSql.beside(MostUrgentOrders.class, "most_urgent_orders.sql");

    private MostUrgentOrders() {}

    /** @param offset how many more urgent ones are passed over */
    static List<Long> run(Connection connection, Caller caller, int offset, int limit) throws SQLException {
        Map<String, Object> values = new HashMap<>(caller.sight());
        values.put("offset", offset);
        values.put("limit", limit);
        List<Long> orders = new ArrayList<>();
        try (PreparedStatement statement = SQL.with(connection, values);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                orders.add(row.getLong(1));
            }
        }
        return orders;
    }
}
