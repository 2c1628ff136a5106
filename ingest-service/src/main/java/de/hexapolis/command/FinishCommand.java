package de.hexapolis.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes a command's outcome and says so on channel {@code command_finished}, or its progress. Stateless. */
final class FinishCommand {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS))
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .build();
    private static final String SQL =
            """
            with finished as (
                update command set outcome = ?, result = ?::jsonb, finished_at = ?,
                    attachment = case when ? then null else attachment end
                where command_id = ?
                returning command_id
            )
            select pg_notify('command_finished', command_id::text) from finished where ?
            """;

    private FinishCommand() {}

    static void done(Connection connection, UUID id, Map<String, Object> result, Instant at) throws SQLException {
        run(connection, id, "done", result, at);
    }

    static void refused(Connection connection, UUID id, CommandProblem problem, Instant at) throws SQLException {
        run(connection, id, "refused", Map.of("problem", problem), at);
    }

    static void continued(Connection connection, UUID id, Map<String, Object> progress) throws SQLException {
        run(connection, id, null, progress, null);
    }

    private static void run(
            Connection connection,
            UUID id,
            @Nullable String outcome,
            Map<String, Object> result,
            @Nullable Instant finishedAt)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, outcome);
            statement.setString(2, JSON.writeValueAsString(result));
            statement.setObject(3, finishedAt == null ? null : finishedAt.atOffset(ZoneOffset.UTC));
            statement.setBoolean(4, outcome != null);
            statement.setObject(5, id);
            statement.setBoolean(6, outcome != null);
            statement.execute();
        } catch (JsonProcessingException defect) {
            throw new IllegalArgumentException("the result of a command cannot be written as JSON", defect);
        }
    }
}
