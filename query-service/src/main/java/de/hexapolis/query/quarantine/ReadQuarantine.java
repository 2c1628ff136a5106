package de.hexapolis.query.quarantine;

import de.hexapolis.query.access.Caller;
import de.hexapolis.query.sql.Sql;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The statement that reads quarantined messages, the newest first. Stateless. */
final class ReadQuarantine {
    private static final String SQL = Sql.beside(ReadQuarantine.class, "read_quarantine.sql");
    private static final int LONGEST_PREVIEW = 500;

    private ReadQuarantine() {}

    static List<QuarantinedMessage> run(
            Connection connection, QuarantineFilter filter, Caller caller, long beforeId, int limit)
            throws SQLException {
        List<QuarantinedMessage> messages = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            BindFilter.to(statement, connection, filter, caller);
            statement.setLong(10, beforeId);
            statement.setInt(11, limit);
            // payloads are up to 64 KiB each
            statement.setFetchSize(100);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    messages.add(read(row));
                }
            }
        }
        return messages;
    }

    private static QuarantinedMessage read(ResultSet row) throws SQLException {
        byte[] payload = row.getBytes("payload");
        return new QuarantinedMessage(
                row.getLong("quarantine_id"),
                row.getString("reason"),
                row.getString("detail"),
                Optional.ofNullable(row.getString("city_id")),
                Optional.ofNullable(row.getString("device_key")),
                row.getString("source"),
                row.getString("topic"),
                Base64.getEncoder().encodeToString(payload),
                preview(payload),
                Sql.instant(row, "received_at"),
                Sql.instant(row, "last_received_at"),
                row.getInt("repeats"),
                Sql.instantIfAny(row, "replayed_at"));
    }

    private static Optional<String> preview(byte[] payload) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(payload))
                    .toString();
            boolean readable = text.chars().noneMatch(c -> Character.isISOControl(c) && !Character.isWhitespace(c));
            return readable
                    ? Optional.of(text.substring(0, Math.min(text.length(), LONGEST_PREVIEW)))
                    : Optional.empty();
        } catch (CharacterCodingException noText) {
            return Optional.empty();
        }
    }
}
