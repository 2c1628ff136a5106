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

    private static final String GIVEN_UP_FOR_A_NEWER =
            """
            update delivery d set state = 'given_up', attempts = least(d.attempts + 1, 32767), last_error = ?
            from notice n
            where d.delivery_id = ? and d.state = 'waiting' and n.notice_id = d.notice_id and exists (
                select from delivery newer join notice m on m.notice_id = newer.notice_id
                where newer.channel_id = d.channel_id and newer.state = 'waiting' and newer.notice_id > d.notice_id
                    and split_part(m.kind, '.', 1) = split_part(n.kind, '.', 1)
                    and case when n.kind like 'alert.%' then m.alert_id = n.alert_id
                        when n.kind like 'order.%' then m.order_id = n.order_id else false end)
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
        return giveUp(connection, GIVEN_UP, delivery, why);
    }

    /** Only if a newer word of the same subject waits: the newest one is what stays with the receiver. */
    static int givenUpForANewer(Connection connection, long delivery, String why) throws SQLException {
        return giveUp(connection, GIVEN_UP_FOR_A_NEWER, delivery, why);
    }

    private static int giveUp(Connection connection, String sql, long delivery, String why) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
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
