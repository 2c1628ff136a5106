package de.hexapolis.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/** Gives a channel back, to be taken again from an instant on; not if somebody else has taken it meanwhile. Stateless. */
final class ReleaseChannel {
    private static final String SQL =
            "update channel set leased_by = null, leased_until = ? where channel_id = ? and leased_by = ?";

    private ReleaseChannel() {}

    static void on(Connection connection, long channel, String sender, Instant from) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setObject(1, Rows.utc(from));
            statement.setLong(2, channel);
            statement.setString(3, sender);
            statement.executeUpdate();
        }
    }
}
