package de.hexapolis.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Ends the subscriptions of browsers that were not renewed for thirty days. To renew one takes a token that has the right to
 * it, so who has left a crew does not hear of it for ever. Stateless.
 */
final class EndOldSubscriptions {
    private static final Duration LASTS = Duration.ofDays(30);

    private static final String SQL =
            """
            select channel_id from channel where kind = 'push' and changed_at < ?
            order by channel_id limit 100 for update skip locked
            """;

    private EndOldSubscriptions() {}

    /** How many notices are given up with them. */
    static int on(Connection connection, Instant now) throws SQLException {
        List<Long> old = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setObject(1, Rows.utc(now.minus(LASTS)));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    old.add(row.getLong(1));
                }
            }
        }
        int givenUp = 0;
        for (long channel : old) {
            givenUp += MarkFailed.allGivenUp(connection, channel, "the subscription was not renewed");
            MarkChannel.delete(connection, channel);
        }
        return givenUp;
    }
}
