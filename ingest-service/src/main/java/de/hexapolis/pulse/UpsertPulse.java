package de.hexapolis.pulse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.TreeMap;

/** Writes down when sources and gateways were last heard. In the order of their names, so two do not deadlock. Stateless. */
final class UpsertPulse {
    private static final String SQL =
            """
            insert into pulse (subject, heard_at)
            select * from unnest(?::text[], ?::timestamptz[])
            on conflict (subject) do update set heard_at = excluded.heard_at where pulse.heard_at < excluded.heard_at
            """;

    private UpsertPulse() {}

    static void on(Connection connection, Map<String, Instant> subjects) throws SQLException {
        if (subjects.isEmpty()) {
            return;
        }
        Map<String, Instant> inOrder = new TreeMap<>(subjects);
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(
                    1, connection.createArrayOf("text", inOrder.keySet().toArray()));
            statement.setArray(
                    2,
                    connection.createArrayOf(
                            "timestamptz",
                            inOrder.values().stream()
                                    .map(at -> at.atOffset(ZoneOffset.UTC))
                                    .toArray()));
            statement.executeUpdate();
        }
    }
}
