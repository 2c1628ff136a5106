package de.hexapolis.judge;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The devices that are installed somewhere and were heard, for a week, through nothing but one source or gateway. Stateless. */
final class ReadSharers {
    /** A way that was not taken for so long is none any more; routes are written down once a day. */
    private static final Duration WEEK = Duration.ofDays(7);

    /** Names are never empty, so an empty one finds nothing. */
    private static final String SQL =
            """
            with behind as (
                select r.device_id, r.source from device_route r
                where r.source = ? and r.heard_at >= ? and not exists (
                    select from device_route o
                    where o.device_id = r.device_id and o.source <> r.source and o.heard_at >= ?)
                union
                select r.device_id, r.source from device_route r
                where r.gateway = ? and r.gateway <> '' and r.heard_at >= ? and not exists (
                    select from device_route o
                    where o.device_id = r.device_id and o.gateway <> r.gateway and o.heard_at >= ?)
            )
            select i.device_id, i.asset_id, a.city_id, b.source, d.expected_interval_seconds
            from behind b
            join device d using (device_id)
            join installation i using (device_id)
            join asset a using (asset_id)
            where not a.retired and i.installed_from <= ? and (i.installed_until is null or i.installed_until > ?)
            order by i.asset_id
            """;

    private ReadSharers() {}

    /** @param heard when the source was heard last */
    static List<Sharer> ofSource(Connection connection, String source, Instant heard, Instant now) throws SQLException {
        return read(connection, source, "", heard.minus(WEEK), now);
    }

    /** @param heard when the gateway was heard last */
    static List<Sharer> ofGateway(Connection connection, String gateway, Instant heard, Instant now)
            throws SQLException {
        return read(connection, "", gateway, heard.minus(WEEK), now);
    }

    private static List<Sharer> read(Connection connection, String source, String gateway, Instant since, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, source);
            statement.setObject(2, SqlTimes.of(since));
            statement.setObject(3, SqlTimes.of(since));
            statement.setString(4, gateway);
            statement.setObject(5, SqlTimes.of(since));
            statement.setObject(6, SqlTimes.of(since));
            statement.setObject(7, SqlTimes.of(now));
            statement.setObject(8, SqlTimes.of(now));
            List<Sharer> sharers = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    sharers.add(Sharer.registered(
                            row.getLong("device_id"),
                            row.getLong("asset_id"),
                            row.getString("city_id"),
                            row.getString("source"),
                            Duration.ofSeconds(row.getInt("expected_interval_seconds"))));
                }
            }
            return sharers;
        }
    }
}
