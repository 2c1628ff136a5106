package de.hexapolis.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** The statements that write channels. Stateless. */
final class WriteChannel {
    /** As people see it: no secret, and of a subscription only where it leads. */
    static final String CHANNEL =
            """
            select jsonb_build_object('id', channel_id, 'city', city_id, 'crew', crew_id, 'kind', kind, 'name', name,
                'address', case when kind = 'push' then substring(address from '^https?://[^/]+') else address end,
                'settings', settings, 'state', state)
            from channel where channel_id = ?::bigint
            """;

    static final String CREW = "select to_jsonb(c.crew_id) from crew c where city_id = ? and crew_id = ?";

    private static final String LOCKED =
            """
            select jsonb_build_object('city', city_id, 'crew', crew_id, 'kind', kind, 'name', name, 'address', address,
                'settings', settings, 'state', state)
            from channel where channel_id = ?::bigint for update
            """;

    private static final String IS_THERE =
            """
            select jsonb_build_object('id', channel_id, 'name', name) from channel
            where city_id is not distinct from nullif(?, '') and crew_id is not distinct from nullif(?, '')
                and kind = ? and address = ?
            """;

    /** Of a person as many as browsers, of a city as many as receivers: more is a mistake. */
    private static final String TOO_MANY =
            """
            select to_jsonb(count(*)) from channel
            where city_id is not distinct from nullif(?, '') and (kind = 'push') = (? = 'push')
                and coalesce(owner, '') = ? and address <> ?
            having count(*) >= case when ? = 'push' then 10 else 100 end
            """;

    private static final String INSERT =
            """
            insert into channel (city_id, crew_id, kind, name, address, secret, owner, settings, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
            on conflict (city_id, crew_id, kind, address) do update set
                name = excluded.name, secret = excluded.secret, owner = excluded.owner, settings = excluded.settings,
                state = 'active', failing_since = null, last_error = null, changed_at = excluded.changed_at
            returning channel_id, xmax = 0 as created
            """;

    private static final String UPDATE =
            """
            update channel set name = ?, address = ?, settings = ?::jsonb, secret = coalesce(?, secret),
                state = case when not ? then 'disabled' when state = 'disabled' then 'active' else state end,
                failing_since = case when state = 'disabled' then null else failing_since end, changed_at = ?
            where channel_id = ?
            """;

    private static final String UNSUBSCRIBE = "delete from channel where kind = 'push' and address = ? and owner = ?";

    private static final String DELETE = "delete from channel where channel_id = ?";

    /** A row, and whether it is new. */
    record Written(long id, boolean created) {}

    private WriteChannel() {}

    static Optional<JsonNode> locked(Connection connection, long id) throws SQLException {
        JsonNode row = RowsAsJson.one(connection, LOCKED, Long.toString(id));
        return row.isMissingNode() ? Optional.empty() : Optional.of(row);
    }

    /** The channel with the same address for the same people; there is one at most. */
    static Optional<JsonNode> same(Connection connection, ChannelBody channel) throws SQLException {
        JsonNode row = RowsAsJson.one(
                connection,
                IS_THERE,
                channel.city().orElse(""),
                channel.crew().orElse(""),
                channel.kind(),
                channel.address());
        return row.isMissingNode() ? Optional.empty() : Optional.of(row);
    }

    static boolean hasTooMany(Connection connection, ChannelBody channel) throws SQLException {
        return RowsAsJson.has(
                connection,
                TOO_MANY,
                channel.city().orElse(""),
                channel.kind(),
                channel.owner().orElse(""),
                channel.address(),
                channel.kind());
    }

    /** A browser's subscriptions, of however many crews; how many there were. */
    static int unsubscribe(Connection connection, String address, String owner) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UNSUBSCRIBE)) {
            statement.setString(1, address);
            statement.setString(2, owner);
            return statement.executeUpdate();
        }
    }

    static Written insert(Connection connection, ChannelBody channel, Optional<String> secret, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(INSERT)) {
            statement.setString(1, channel.city().orElse(null));
            statement.setString(2, channel.crew().orElse(null));
            statement.setString(3, channel.kind());
            statement.setString(4, channel.name());
            statement.setString(5, channel.address());
            statement.setString(6, secret.orElse(null));
            statement.setString(7, channel.owner().orElse(null));
            statement.setString(8, channel.settings().toString());
            statement.setObject(9, now.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Written(row.getLong(1), row.getBoolean(2));
            }
        }
    }

    static void update(
            Connection connection, long id, ChannelBody channel, Optional<String> secret, boolean enabled, Instant now)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(UPDATE)) {
            statement.setString(1, channel.name());
            statement.setString(2, channel.address());
            statement.setString(3, channel.settings().toString());
            statement.setString(4, secret.orElse(null));
            statement.setBoolean(5, enabled);
            statement.setObject(6, now.atOffset(ZoneOffset.UTC));
            statement.setLong(7, id);
            statement.executeUpdate();
        }
    }

    static void delete(Connection connection, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(DELETE)) {
            statement.setLong(1, id);
            statement.executeUpdate();
        }
    }
}
