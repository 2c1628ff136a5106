package de.hexapolis.query.channels;

import de.hexapolis.query.access.Caller;
import de.hexapolis.query.sql.Jsonb;
import de.hexapolis.query.sql.Sql;
import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The statements that read channels, and whose one is. Stateless. */
final class ReadChannels {
    /** Whoever is no operator sees those of the own cities; those of all cities are the operator's. */
    private static final String SQL =
            """
            select c.channel_id, c.city_id, c.crew_id, c.kind, c.name,
                case when c.kind = 'push' then substring(c.address from '^https?://[^/]+') else c.address end as address,
                c.settings, c.state, c.failing_since, c.last_success_at, c.last_error,
                (select count(*) from delivery d where d.channel_id = c.channel_id and d.state = 'waiting') as waiting,
                t.id as test, t.at as test_at, t.state as test_state, t.attempts as test_attempts,
                t.delivered_at as test_delivered_at, t.last_error as test_error
            from channel c
                -- a test that was spread to nobody met a channel that had just been switched off
                left join lateral (
                    select n.id, n.at, coalesce(d.state, case when n.spread then 'given_up' else 'waiting' end) as state,
                        d.attempts, d.delivered_at, d.last_error
                    from notice n
                        left join delivery d on d.notice_id = n.notice_id and d.channel_id = c.channel_id
                    where n.kind = 'channel.test' and n.body ->> 'channel' = c.channel_id::text
                    order by n.notice_id desc limit 1) t on true
            where c.channel_id > ? and (? or c.city_id = any (?)) and (?::text is null or c.city_id = ?)
                and (?::text is null or c.crew_id = ?) and (?::text is null or c.state = ?)
            order by c.channel_id limit ?
            """;

    private static final String OWNER = "select city_id from channel where channel_id = ?";

    private ReadChannels() {}

    static List<Channel> run(Connection connection, ChannelQuestion question, Caller caller, long afterId, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setLong(1, afterId);
            statement.setBoolean(2, caller.isOperator());
            statement.setArray(3, connection.createArrayOf("text", caller.staffedCities()));
            int next = 4;
            for (Optional<String> filter : List.of(question.city(), question.crew(), question.state())) {
                statement.setString(next++, filter.orElse(null));
                statement.setString(next++, filter.orElse(null));
            }
            statement.setInt(next, limit);
            try (ResultSet row = statement.executeQuery()) {
                List<Channel> channels = new ArrayList<>();
                while (row.next()) {
                    channels.add(channel(row));
                }
                return channels;
            }
        }
    }

    /** Empty if there is no such channel. */
    static Optional<Owner> ownerOf(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(OWNER)) {
            statement.setLong(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(
                                new Owner(Optional.ofNullable(row.getString(1)).map(CityId::new)))
                        : Optional.empty();
            }
        }
    }

    private static Channel channel(ResultSet row) throws SQLException {
        return new Channel(
                row.getLong("channel_id"),
                Optional.ofNullable(row.getString("city_id")),
                Optional.ofNullable(row.getString("crew_id")),
                row.getString("kind"),
                row.getString("name"),
                row.getString("address"),
                Jsonb.tree(row, "settings").orElseThrow(),
                row.getString("state"),
                Sql.instantIfAny(row, "failing_since"),
                Sql.instantIfAny(row, "last_success_at"),
                Optional.ofNullable(row.getString("last_error")),
                row.getLong("waiting"),
                lastTest(row));
    }

    private static Optional<Channel.Test> lastTest(ResultSet row) throws SQLException {
        UUID notice = row.getObject("test", UUID.class);
        return notice == null
                ? Optional.empty()
                : Optional.of(new Channel.Test(
                        notice,
                        Sql.instant(row, "test_at"),
                        row.getString("test_state"),
                        row.getInt("test_attempts"),
                        Sql.instantIfAny(row, "test_delivered_at"),
                        Optional.ofNullable(row.getString("test_error"))));
    }
}
