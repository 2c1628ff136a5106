package de.hexapolis.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/** What becomes of a parcel that did not arrive: another attempt later, or none. Stateless. */
final class MarkFailed {
    private static final String AGAIN =
            """
            update delivery set not_before = ?, attempts = least(attempts + 1, 32767), last_error = ?
            where delivery_id = ? and state = 'waiting'
            """;

    private static final String GIVEN_UP =
            """
            update delivery set state = 'given_up', attempts = least(attempts + 1, 32767), last_error = ?
            where delivery_id = ? and state = 'waiting'
            """;

    private static final String ALL_GIVEN_UP =
            "update delivery set state = 'given_up', last_error = ? where channel_id = ? and state = 'waiting'";

    private MarkFailed() {}

    static void again(Connection connection, long delivery, Instant notBefore, String why) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(AGAIN)) {
            statement.setObject(1, Rows.utc(notBefore));
            statement.setString(2, why);
            statement.setLong(3, delivery);
            statement.executeUpdate();
        }
    }

    static int givenUp(Connection connection, long delivery, String why) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(GIVEN_UP)) {
            statement.setString(1, why);
            statement.setLong(2, delivery);
            return statement.executeUpdate();
        }
    }

    /** All that waits for a channel which is no more. */
    static int allGivenUp(Connection connection, long channel, String why) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(ALL_GIVEN_UP)) {
            statement.setString(1, why);
            statement.setLong(2, channel);
            return statement.executeUpdate();
        }
    }
}
