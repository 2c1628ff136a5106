package de.hexapolis.quarantine;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Closes the rows of messages that the pipeline has kept. A message that it refused again has one repeat more than
 * before; such a row stays open, and the replay itself is not counted as a repeat. Rows are locked in the order in which
 * the store writes them. Stateless.
 */
final class CloseReplayed {
    private static final String LOCK =
            """
            select from quarantine where quarantine_id = any (?::bigint[]) order by fingerprint for update
            """;
    private static final String CLOSE =
            """
            update quarantine q set replayed_at = ?
            from unnest(?::bigint[], ?::integer[]) as sent (quarantine_id, repeats)
            where q.quarantine_id = sent.quarantine_id and q.repeats = sent.repeats
            """;
    private static final String UNCOUNT =
            """
            update quarantine q set repeats = q.repeats - 1
            from unnest(?::bigint[], ?::integer[]) as sent (quarantine_id, repeats)
            where q.quarantine_id = sent.quarantine_id and q.repeats > sent.repeats
            """;

    private CloseReplayed() {}

    /** @return how many were closed */
    static int on(Connection connection, List<WaitingMessage> sent, Instant at) throws SQLException {
        Object[] ids = sent.stream().map(WaitingMessage::quarantineId).toArray();
        Object[] repeats = sent.stream().map(WaitingMessage::repeats).toArray();
        try (PreparedStatement statement = connection.prepareStatement(LOCK)) {
            statement.setArray(1, connection.createArrayOf("bigint", ids));
            statement.execute();
        }
        int closed;
        try (PreparedStatement statement = connection.prepareStatement(CLOSE)) {
            statement.setObject(1, at.atOffset(ZoneOffset.UTC));
            statement.setArray(2, connection.createArrayOf("bigint", ids));
            statement.setArray(3, connection.createArrayOf("integer", repeats));
            closed = statement.executeUpdate();
        }
        try (PreparedStatement statement = connection.prepareStatement(UNCOUNT)) {
            statement.setArray(1, connection.createArrayOf("bigint", ids));
            statement.setArray(2, connection.createArrayOf("integer", repeats));
            statement.executeUpdate();
        }
        return closed;
    }
}
