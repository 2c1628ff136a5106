package de.hexapolis.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;

/** The mark after which a parcel is never sent again. Stateless. */
final class MarkDelivered {
    private static final String SQL =
            """
            update delivery set state = 'delivered', delivered_at = ?, attempts = attempts + 1, last_error = null
            where delivery_id = any (?) and state = 'waiting'
            """;

    private MarkDelivered() {}

    static int on(Connection connection, Collection<Long> deliveries, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setObject(1, Rows.utc(now));
            statement.setArray(2, Rows.numbers(connection, deliveries));
            return statement.executeUpdate();
        }
    }
}
