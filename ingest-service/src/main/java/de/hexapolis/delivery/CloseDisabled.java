package de.hexapolis.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Gives up what waits for channels that somebody has switched off, also what was spread just before: it would wait for ever,
 * and come as old news if the channel were switched on again. Stateless.
 */
final class CloseDisabled {
    private static final String SQL =
            """
            with left_waiting as (
                select d.delivery_id, c.kind from delivery d join channel c using (channel_id)
                where c.state = 'disabled' and d.state = 'waiting'
                for update of d skip locked
            ), closed as (
                update delivery d set state = 'given_up', last_error = 'the channel is switched off'
                from left_waiting l where d.delivery_id = l.delivery_id
                returning l.kind
            )
            select kind, count(*) as given_up from closed group by kind
            """;

    private CloseDisabled() {}

    /** How many, by kind of channel. */
    static Map<ChannelKind, Integer> on(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL);
                ResultSet row = statement.executeQuery()) {
            Map<ChannelKind, Integer> closed = new EnumMap<>(ChannelKind.class);
            while (row.next()) {
                closed.put(ChannelKind.named(row.getString("kind")), row.getInt("given_up"));
            }
            return closed;
        }
    }
}
