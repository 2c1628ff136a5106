package de.hexapolis.store;

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
import java.util.TreeMap;

/** Puts refused messages into quarantine; a repeat is counted, and opens again what a replay had closed. */
final class InsertQuarantine {
    private static final String SQL =
            """
            insert into quarantine as q (fingerprint, source, topic, payload, reason, detail, device_key, city_id,
                received_at, last_received_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (fingerprint) do update set
                reason = excluded.reason, detail = excluded.detail, device_key = excluded.device_key,
                city_id = excluded.city_id, last_received_at = greatest(q.last_received_at, excluded.last_received_at),
                repeats = q.repeats + 1, replayed_at = null
            """;

    private InsertQuarantine() {}

    static void run(Connection connection, Collection<QuarantineEntry> entries) throws SQLException {
        TreeMap<String, QuarantineEntry> byFingerprint = new TreeMap<>();
        entries.forEach(entry -> byFingerprint.putIfAbsent(fingerprint(entry.message()), entry));
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            for (var each : byFingerprint.entrySet()) {
                QuarantineEntry entry = each.getValue();
                RawMessage message = entry.message();
                OffsetDateTime receivedAt = message.receivedAt().atOffset(ZoneOffset.UTC);
                statement.setBytes(1, HexFormat.of().parseHex(each.getKey()));
                statement.setString(2, clean(message.source()));
                statement.setString(3, clean(message.topic()));
                statement.setBytes(4, message.payload());
                statement.setString(5, entry.reason());
                statement.setString(6, entry.detail());
                statement.setString(7, entry.origin().device().orElse(null));
                statement.setString(8, entry.origin().city().orElse(null));
                statement.setObject(9, receivedAt);
                statement.setObject(10, receivedAt);
                statement.addBatch();
            }
            statement.executeBatch();
        }
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
