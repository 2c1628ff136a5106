package de.hexapolis.query.deliveries;

import de.hexapolis.query.access.Caller;
import de.hexapolis.query.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The statement that reads deliveries, the newest first. Stateless. */
final class ReadDeliveries {
    private static final String SQL =
            """
            select d.delivery_id, n.id, n.kind, n.city_id, n.alert_id, n.order_id, d.channel_id, d.state, n.at,
                case when d.state = 'waiting' then d.not_before end as not_before, d.delivered_at, d.attempts, d.last_error
            from delivery d join notice n using (notice_id)
            where d.delivery_id < ? and (? or n.city_id = any (?)) and (?::bigint is null or d.channel_id = ?)
                and (?::text is null or d.state = ?) and (?::text is null or n.city_id = ?)
                and (?::uuid is null or n.id = ?)
            order by d.delivery_id desc limit ?
            """;

    private ReadDeliveries() {}

    static List<Delivery> run(Connection connection, DeliveryQuestion question, Caller caller, long beforeId, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setLong(1, beforeId);
            statement.setBoolean(2, caller.isOperator());
            statement.setArray(3, connection.createArrayOf("text", caller.staffedCities()));
            statement.setObject(4, question.channel().orElse(null), Types.BIGINT);
            statement.setObject(5, question.channel().orElse(null), Types.BIGINT);
            statement.setString(6, question.state().orElse(null));
            statement.setString(7, question.state().orElse(null));
            statement.setString(8, question.city().orElse(null));
            statement.setString(9, question.city().orElse(null));
            statement.setObject(10, question.notice().orElse(null), Types.OTHER);
            statement.setObject(11, question.notice().orElse(null), Types.OTHER);
            statement.setInt(12, limit);
            try (ResultSet row = statement.executeQuery()) {
                List<Delivery> deliveries = new ArrayList<>();
                while (row.next()) {
                    deliveries.add(delivery(row));
                }
                return deliveries;
            }
        }
    }

    private static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("delivery_id"),
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("city_id"),
                Optional.ofNullable(row.getObject("alert_id", Long.class)),
                Optional.ofNullable(row.getObject("order_id", Long.class)),
                row.getLong("channel_id"),
                row.getString("state"),
                Sql.instant(row, "at"),
                Sql.instantIfAny(row, "not_before"),
                Sql.instantIfAny(row, "delivered_at"),
                row.getInt("attempts"),
                Optional.ofNullable(row.getString("last_error")));
    }
}
