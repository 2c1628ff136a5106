package de.hexapolis.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Puts into the outbox that a channel is tried: that channel alone is told, at once and whatever it wants else, as of
 * anything else. A channel of all cities is told as of the first of them. Takes the outbox's lock, so it is the last
 * statement before the commit. Stateless.
 */
public final class TestNotice {
    static final String KIND = "channel.test";

    /** So that nobody's mailbox is filled by who presses a button. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private static final String LOCK = "select pg_advisory_xact_lock(740006)";

    private static final String SQL =
            """
            with told as (
                insert into notice (notice_id, city_id, crew_id, kind, severity, at, body)
                select nextval('notice_number'), t.city_id, coalesce(c.crew_id, 'staff'), ?, 0, ?, jsonb_build_object(
                    'channel', c.channel_id, 'kind', c.kind, 'name', c.name, 'test', true,
                    'title', jsonb_build_object(
                        'de', 'Testnachricht an den Kanal „' || c.name || '“, es ist nichts zu tun',
                        'en', 'Test message to the channel "' || c.name || '", there is nothing to do'))
                from channel c
                join city t on t.city_id = coalesce(c.city_id, (select min(first.city_id) from city first))
                where c.channel_id = ? and not exists (
                    select from notice n
                    where n.kind = 'channel.test' and n.body ->> 'channel' = c.channel_id::text and n.at > ?)
                returning notice_id, id)
            select id, pg_notify('notice', '') from told
            """;

    private TestNotice() {}

    /** What the receiver will know it by; empty if the channel was tried within the last minute, or there is no city. */
    public static Optional<UUID> on(Connection connection, long channel, Instant now) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK);
                PreparedStatement statement = connection.prepareStatement(SQL)) {
            lock.execute();
            statement.setString(1, KIND);
            statement.setObject(2, Rows.utc(now));
            statement.setLong(3, channel);
            statement.setObject(4, Rows.utc(now.minus(PAUSE)));
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(row.getObject("id", UUID.class)) : Optional.empty();
            }
        }
    }
}
