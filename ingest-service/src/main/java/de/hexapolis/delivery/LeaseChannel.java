package de.hexapolis.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Takes the channel of a kind that has something due and has been waiting longest, until an instant: one sender at a time,
 * so that order holds within a channel. A sender that could not give it back may take it again. A channel that rests after
 * attempts in vain is taken all the same for a test that was not tried yet. Stateless.
 */
final class LeaseChannel {
    private static final String SQL =
            """
            update channel set leased_by = ?, leased_until = ? where channel_id = (
                select c.channel_id from channel c
                where c.kind = ? and c.state <> 'disabled'
                    and (c.leased_until <= ? or c.leased_by = ? or c.leased_by is null and exists (
                        select from notice n join delivery t using (notice_id)
                        where n.kind = 'channel.test' and n.body ->> 'channel' = c.channel_id::text
                            and t.channel_id = c.channel_id and t.state = 'waiting' and t.attempts = 0
                            and t.not_before <= ?))
                    and exists (
                        select from delivery d
                        where d.channel_id = c.channel_id and d.state = 'waiting' and d.not_before <= ?)
                order by c.leased_until, c.channel_id limit 1 for update skip locked)
            returning channel_id, city_id, crew_id, kind, name, address, secret, settings, failing_since, leased_until
            """;

    private LeaseChannel() {}

    static Optional<Channel> on(Connection connection, ChannelKind kind, String sender, Instant now, Instant until)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, sender);
            statement.setObject(2, Rows.utc(until));
            statement.setString(3, kind.wireName());
            statement.setObject(4, Rows.utc(now));
            statement.setString(5, sender);
            statement.setObject(6, Rows.utc(now));
            statement.setObject(7, Rows.utc(now));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(channel(row)) : Optional.empty();
            }
        }
    }

    private static Channel channel(ResultSet row) throws SQLException {
        ChannelKind kind = ChannelKind.named(row.getString("kind"));
        return new Channel(
                row.getLong("channel_id"),
                Optional.ofNullable(row.getString("city_id")),
                Optional.ofNullable(row.getString("crew_id")),
                kind,
                row.getString("name"),
                row.getString("address"),
                Optional.ofNullable(row.getString("secret")),
                ChannelWishes.of(kind, Rows.json(row, "settings")),
                Rows.instantIfAny(row, "failing_since"),
                Rows.instant(row, "leased_until"));
    }
}
