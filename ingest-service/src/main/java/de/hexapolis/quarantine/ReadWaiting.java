package de.hexapolis.quarantine;

import de.hexapolis.telemetry.RawMessage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** Reads a page of waiting messages, without locking them: the pipeline writes to the same rows. Stateless. */
final class ReadWaiting {
    private static final String SQL =
            """
            select quarantine_id, repeats, source, topic, payload, received_at
            from quarantine
            where replayed_at is null and quarantine_id > ?
                and (?::text is null or reason = ?::text)
                and (?::text is null or device_key = ?::text)
                and (?::text is null or city_id = ?::text)
                and (cardinality(?::bigint[]) = 0 or quarantine_id = any (?::bigint[]))
            order by quarantine_id
            limit ?
            """;

    private ReadWaiting() {}

    static List<WaitingMessage> on(Connection connection, ReplayFilter filter, long after, int limit)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setLong(1, after);
            statement.setString(2, filter.reason().orElse(null));
            statement.setString(3, filter.reason().orElse(null));
            statement.setString(4, filter.device().orElse(null));
            statement.setString(5, filter.device().orElse(null));
            statement.setString(6, filter.city().orElse(null));
            statement.setString(7, filter.city().orElse(null));
            statement.setArray(
                    8, connection.createArrayOf("bigint", filter.ids().toArray()));
            statement.setArray(
                    9, connection.createArrayOf("bigint", filter.ids().toArray()));
            statement.setInt(10, limit);
            List<WaitingMessage> waiting = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    waiting.add(new WaitingMessage(
                            row.getLong(1),
                            row.getInt(2),
                            new RawMessage(
                                    row.getString(3),
                                    row.getString(4),
                                    row.getBytes(5),
                                    row.getObject(6, OffsetDateTime.class).toInstant())));
                }
            }
            return waiting;
        }
    }
}
