package de.hexapolis.orders;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.rules.Severity;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Instants, optional values and JSON between Java and columns. Stateless, thread-safe. */
final class Columns {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The store keeps the place in this list. */
    private static final List<Severity> SEVERITIES = List.of(Severity.values());

    private Columns() {}

    static int of(Severity severity) {
        return SEVERITIES.indexOf(severity);
    }

    static Severity severity(ResultSet row, String column) throws SQLException {
        return SEVERITIES.get(row.getInt(column));
    }

    static OffsetDateTime of(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable OffsetDateTime of(Optional<Instant> instant) {
        return instant.map(Columns::of).orElse(null);
    }

    static String of(JsonNode node) {
        return node.toString();
    }

    static Array longs(Connection connection, Collection<Long> values) throws SQLException {
        return connection.createArrayOf("bigint", values.toArray());
    }

    static Array texts(Connection connection, Collection<String> values) throws SQLException {
        return connection.createArrayOf("text", values.toArray());
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return optionalInstant(row, column)
                .orElseThrow(() -> new IllegalStateException("column %s is null".formatted(column)));
    }

    static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    static Optional<Long> optionalLong(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class));
    }

    static Optional<String> optionalText(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    /** An empty object if there is none. */
    static ObjectNode object(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        try {
            return text != null && JSON.readTree(text) instanceof ObjectNode object
                    ? object
                    : JsonNodeFactory.instance.objectNode();
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("PostgreSQL gave no JSON for jsonb", defect);
        }
    }

    /** The numbers that a statement answers which is given numbers. */
    static List<Long> query(Connection connection, String sql, Collection<Long> ids) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, longs(connection, ids));
            try (ResultSet row = statement.executeQuery()) {
                List<Long> found = new ArrayList<>();
                while (row.next()) {
                    found.add(row.getLong(1));
                }
                return found;
            }
        }
    }
}
