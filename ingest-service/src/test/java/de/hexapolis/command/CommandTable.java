package de.hexapolis.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.hexapolis.registry.RegistryDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts commands into the table as query-service does, has them carried out and reads what became of them. */
final class CommandTable {
    static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RegistryDatabase database;
    private final RunCommand commands;

    CommandTable(RegistryDatabase database, CommandHandler... handlers) {
        this.database = database;
        this.commands = new RunCommand(
                database.dataSource(), List.of(handlers), Clock.fixed(NOW, ZoneOffset.UTC), Duration.ofMinutes(30));
    }

    /** The operator's command, carried out: its outcome and its result. */
    JsonNode carryOut(String kind, String body) {
        return result(request(kind, body, null, null));
    }

    JsonNode carryOut(String kind, String body, byte[] attachment) {
        return result(request(kind, body, null, attachment));
    }

    /** A command of somebody who may act for one city only. */
    JsonNode carryOutFor(String city, String kind, String body) {
        return result(request(kind, body, city, null));
    }

    UUID request(String kind, String body, @Nullable String city, byte @Nullable [] attachment) {
        UUID id = UUID.randomUUID();
        database.inTransaction(connection -> insert(connection, id, kind, body, city, attachment));
        return id;
    }

    boolean runNext() {
        try {
            return commands.next();
        } catch (SQLException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    JsonNode row(UUID id) {
        try {
            return JSON.readTree(database.rows("select to_jsonb(c) from command c where command_id = '" + id + "'")
                    .get(0));
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private JsonNode result(UUID id) {
        while (runNext()) {
            // until none waits
        }
        return row(id);
    }

    private static boolean insert(
            Connection connection,
            UUID id,
            String kind,
            String body,
            @Nullable String city,
            byte @Nullable [] attachment)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(
                """
                insert into command (command_id, kind, requested_by, city_id, requested_at, body, attachment)
                values (?, ?, 'test', ?, clock_timestamp(), ?::jsonb, ?)
                """)) {
            statement.setObject(1, id);
            statement.setString(2, kind);
            statement.setString(3, city);
            statement.setString(4, body);
            statement.setBytes(5, attachment);
            return statement.executeUpdate() == 1;
        }
    }
}
