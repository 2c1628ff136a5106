package de.hexapolis.pulse;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;

/**
 * When sources and gateways were last heard, as written down by all replicas. Immutable.
 *
 * @param sources by name
 * @param gateways by name
 * @param quietUntil of sources by name: until when one was last found to be quiet for long
 */
public record Pulses(Map<String, Instant> sources, Map<String, Instant> gateways, Map<String, Instant> quietUntil) {
    private static final String GAP = "source-gap:";
    private static final String SQL = "select subject, heard_at from pulse";

    public Pulses {
        sources = Map.copyOf(sources);
        gateways = Map.copyOf(gateways);
        quietUntil = Map.copyOf(quietUntil);
    }

    public static Pulses on(Connection connection) throws SQLException {
        Map<String, Instant> sources = new HashMap<>();
        Map<String, Instant> gateways = new HashMap<>();
        Map<String, Instant> gaps = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                String subject = row.getString("subject");
                Instant at = row.getObject("heard_at", OffsetDateTime.class).toInstant();
                put(sources, Heard.SOURCE, subject, at);
                put(gateways, Heard.GATEWAY, subject, at);
                put(gaps, GAP, subject, at);
            }
        }
        return new Pulses(sources, gateways, gaps);
    }

    private static void put(Map<String, Instant> map, String prefix, String subject, Instant at) {
        if (subject.startsWith(prefix)) {
            map.put(subject.substring(prefix.length()), at);
        }
    }

    /** Notes that a source is quiet for long now: what is heard only through it is not to blame. */
    public static void noteQuiet(Connection connection, String source, Instant now) throws SQLException {
        UpsertPulse.on(connection, Map.of(GAP + source, now));
    }
}
