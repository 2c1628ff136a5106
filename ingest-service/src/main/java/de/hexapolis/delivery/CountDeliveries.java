package de.hexapolis.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** How much waits, and how many channels fail, by kind. Stateless. */
final class CountDeliveries {
    private static final String SQL =
            """
            select
                (select count(*) from delivery d join channel c using (channel_id)
                 where d.state = 'waiting' and c.kind = ?) as waiting,
                (select count(*) from channel where kind = ? and state <> 'active') as failing
            """;

    private CountDeliveries() {}

    static void on(Connection connection, DeliveryMeters meters) throws SQLException {
        for (ChannelKind kind : ChannelKind.values()) {
            try (PreparedStatement statement = connection.prepareStatement(SQL)) {
                statement.setString(1, kind.wireName());
                statement.setString(2, kind.wireName());
                try (ResultSet row = statement.executeQuery()) {
                    row.next();
                    meters.counted(kind, row.getLong("waiting"), row.getLong("failing"));
                }
            }
        }
    }
}
