package de.hexapolis.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/** How a channel does, for people to see. Stateless. */
final class MarkChannel {
    private static final String WORKS =
            """
            update channel set state = 'active', failing_since = null, last_success_at = ?, last_error = null
            where channel_id = ? and state <> 'disabled'
            """;

    private static final String FAILS =
            """
            update channel set state = 'failing', failing_since = coalesce(failing_since, ?), last_error = ?
            where channel_id = ? and state <> 'disabled'
            """;

    private static final String IS_GONE =
            """
            update channel set state = 'disabled', failing_since = coalesce(failing_since, ?), last_error = ?
            where channel_id = ?
            """;

    private static final String DELETE = "delete from channel where channel_id = ?";

    private MarkChannel() {}

    static void works(Connection connection, long channel, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(WORKS)) {
            statement.setObject(1, Rows.utc(now));
            statement.setLong(2, channel);
            statement.executeUpdate();
        }
    }

    static void fails(Connection connection, long channel, Instant now, String why) throws SQLException {
        tell(connection, FAILS, channel, now, why);
    }

    static void isGone(Connection connection, long channel, Instant now, String why) throws SQLException {
        tell(connection, IS_GONE, channel, now, why);
    }

    /** A subscription that its browser has taken back: nothing is kept of a person who is gone. */
    static void delete(Connection connection, long channel) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setLong(1, channel);
            statement.executeUpdate();
        }
    }

    private static void tell(Connection connection, String sql, long channel, Instant now, String why)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setObject(1, Rows.utc(now));
            statement.setString(2, why);
            statement.setLong(3, channel);
            statement.executeUpdate();
        }
    }
}
