package de.hexapolis.judge;

import de.hexapolis.store.PostgresArray;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

/**
 * Notes when assets are to be looked at though nothing comes. Lazily: a later time than the noted one is noted only once
 * that has come, so most judgements leave the row alone. Stateless.
 */
final class SetNextLook {
    private static final String SQL =
            """
            update asset_watch w set next_at = n.next_at, faults = 0
            from unnest(?::bigint[], ?::timestamptz[]) as n (asset_id, next_at)
            where w.asset_id = n.asset_id and (n.next_at < w.next_at or w.next_at <= ? or w.faults > 0)
            """;

    private SetNextLook() {}

    static void on(Connection connection, Map<Long, Instant> nextAt, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(
                    1,
                    PostgresArray.of(
                            connection,
                            nextAt.keySet().stream().mapToLong(Long::longValue).toArray()));
            statement.setArray(2, SqlTimes.array(connection, nextAt.values()));
            statement.setObject(3, SqlTimes.of(now));
            statement.executeUpdate();
        }
    }
}
