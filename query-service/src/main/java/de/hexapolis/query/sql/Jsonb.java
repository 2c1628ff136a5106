package de.hexapolis.query.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** Columns of type jsonb. The database wrote them, so JSON that is none is a defect. */
public final class Jsonb {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Jsonb() {}

    /** The column as a tree; empty where it is null. */
    public static Optional<JsonNode> tree(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? Optional.empty() : Optional.of(tree(text));
    }

    /** The column, which is never null, as a value. */
    public static <T> T value(ResultSet row, String column, TypeReference<T> type) throws SQLException {
        try {
            return MAPPER.readValue(row.getString(column), type);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("not what is expected in column " + column, defect);
        }
    }

    private static JsonNode tree(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("not JSON in a jsonb column", defect);
        }
    }
}
