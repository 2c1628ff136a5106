package de.hexapolis.delivery;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/**
 * Puts into the outbox that a channel of a city is gone or has been dead for a day: its staff is told, by the channels that
 * they have, at most once a day. Takes the outbox's lock, so it is the last statement before the commit. Stateless.
 */
final class TellStaff {
    private static final String LOCK = "select pg_advisory_xact_lock(740006)";

    private static final String SQL =
            """
            with told as (
                insert into notice (notice_id, city_id, crew_id, kind, severity, at, body)
                select nextval('notice_number'), c.city_id, 'staff', ?, 1, ?, jsonb_build_object(
                    'channel', c.channel_id, 'kind', c.kind, 'name', c.name, 'why', c.last_error,
                    'title', jsonb_build_object(
                        'de', 'Kanal „' || c.name || '“ erreicht niemanden',
                        'en', 'Channel "' || c.name || '" reaches nobody'))
                from channel c
                where c.channel_id = ? and c.city_id is not null and not exists (
                    select from notice n
                    where n.at > ? and n.kind = ? and n.body ->> 'channel' = c.channel_id::text)
                returning notice_id)
            select pg_notify('notice', '') from told
            """;

    private TellStaff() {}

    /** @param kind {@code channel.disabled} or {@code channel.failing} */
    static void on(Connection connection, String kind, long channel, Instant now) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement(LOCK);
                PreparedStatement statement = connection.prepareStatement(SQL)) {
            lock.execute();
            statement.setString(1, kind);
            statement.setObject(2, Rows.utc(now));
            statement.setLong(3, channel);
            statement.setObject(4, Rows.utc(now.minus(Duration.ofDays(1))));
            statement.setString(5, kind);
            statement.execute();
        }
    }
}
