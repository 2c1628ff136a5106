package de.hexapolis.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Claims the next command, until the end of the transaction; continued ones stand behind new ones. Stateless. */
final class ClaimCommand {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SQL =
            """
            select command_id, kind, city_id, body, attachment, result
            from command
            where outcome is null
            order by result is not null, requested_at, command_id
            limit 1
            for update skip locked
            """;

    private ClaimCommand() {}

    static Optional<Command> on(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                return Optional.empty();
            }
            byte @Nullable [] attachment = row.getBytes(5);
            return Optional.of(new Command(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    Optional.ofNullable(row.getString(3)),
                    json(row.getString(4)),
                    attachment == null ? new byte[0] : attachment,
                    Optional.ofNullable(row.getString(6)).map(ClaimCommand::json)));
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("PostgreSQL gave no JSON for jsonb", defect);
        }
    }
}
