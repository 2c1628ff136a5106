package de.hexapolis.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Claims the next command, until the end of the transaction; continued ones stand behind new ones. Stateless. */
final class ClaimCommand {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SQL =
            """
            select command_id, kind, requested_by, requested_at, city_id, body, attachment, result
            from command
            where outcome is null and (kind = any(?)) = ?
            order by result is not null, requested_at, command_id
            limit 1
            for update skip locked
            """;

    private ClaimCommand() {}

    /** @param among whether the command is to be of these kinds, or of any other */
    static Optional<Command> on(Connection connection, Collection<String> kinds, boolean among) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setArray(1, connection.createArrayOf("text", kinds.toArray()));
            statement.setBoolean(2, among);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(command(row)) : Optional.empty();
            }
        }
    }

    private static Command command(ResultSet row) throws SQLException {
        byte @Nullable [] attachment = row.getBytes("attachment");
        return new Command(
                row.getObject("command_id", UUID.class),
                row.getString("kind"),
                row.getString("requested_by"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getString("city_id")),
                json(row.getString("body")),
                attachment == null ? new byte[0] : attachment,
                Optional.ofNullable(row.getString("result")).map(ClaimCommand::json));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("PostgreSQL gave no JSON for jsonb", defect);
        }
    }
}
