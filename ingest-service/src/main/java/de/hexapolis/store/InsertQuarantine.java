package de.hexapolis.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import de.hexapolis.telemetry.RawMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Puts refused messages into quarantine; a repeat is counted, and opens again what a replay had closed. */
final class InsertQuarantine {
    private static final String SQL =
            """
            insert into quarantine as q (fingerprint, source, topic, payload, reason, detail, device_key, city_id,
                received_at, last_received_at, repeats)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (fingerprint) do update set
                reason = excluded.reason, detail = excluded.detail, device_key = excluded.device_key,
                city_id = excluded.city_id, last_received_at = greatest(q.last_received_at, excluded.last_received_at),
                repeats = q.repeats + excluded.repeats + 1, replayed_at = null
            """;

    private InsertQuarantine() {}

    static void run(Connection connection, Collection<QuarantineEntry> entries) throws SQLException {
        Map<String, List<QuarantineEntry>> byFingerprint =
                entries.stream().collect(groupingBy(entry -> fingerprint(entry.message()), TreeMap::new, toList()));
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            for (var each : byFingerprint.entrySet()) {
                add(statement, HexFormat.of().parseHex(each.getKey()), each.getValue());
            }
            statement.executeBatch();
        }
    }

    /** @param same one message, as often as it came, in the order in which it came */
    private static void add(PreparedStatement statement, byte[] fingerprint, List<QuarantineEntry> same)
            throws SQLException {
        QuarantineEntry entry = same.get(0);
        RawMessage message = entry.message();
        statement.setBytes(1, fingerprint);
        statement.setString(2, clean(message.source()));
        statement.setString(3, clean(message.topic()));
        statement.setBytes(4, message.payload());
        statement.setString(5, entry.reason());
        statement.setString(6, entry.detail());
        statement.setString(7, entry.origin().device().orElse(null));
        statement.setString(8, entry.origin().city().orElse(null));
        statement.setObject(9, receivedAt(entry));
        statement.setObject(10, receivedAt(same.get(same.size() - 1)));
        statement.setInt(11, same.size() - 1);
        statement.addBatch();
    }

    private static OffsetDateTime receivedAt(QuarantineEntry entry) {
        return entry.message().receivedAt().atOffset(ZoneOffset.UTC);
    }

    /** As the columns hold it, which take no NUL. */
    private static String clean(String text) {
        return text.replace('\0', '\ufffd');
    }

    /** SHA-256 over source, topic and payload with their lengths, in hex; the same for what a replay reads back. */
    static String fingerprint(RawMessage message) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            String source = clean(message.source());
            String topic = clean(message.topic());
            sha.update(
                    (source.length() + ":" + source + topic.length() + ":" + topic).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha.digest(message.payload()));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("the JDK has no SHA-256", missing);
        }
    }
}
