package de.hexapolis.query.command;

import de.hexapolis.query.sql.Jsonb;
import de.hexapolis.query.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** The statement that reads a command and what became of it. Stateless. */
final class ReadCommand {
    private static final String SQL =
            """
            select command_id, kind, requested_by, city_id, requested_at, body, outcome, result, finished_at
            from command where command_id = ?
            """;

    private ReadCommand() {}

    static Optional<CommandState> run(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setObject(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(read(row)) : Optional.empty();
            }
        }
    }

    private static CommandState read(ResultSet row) throws SQLException {
        return new CommandState(
                row.getObject("command_id", UUID.class),
                row.getString("kind"),
                row.getString("requested_by"),
                Optional.ofNullable(row.getString("city_id")),
                Sql.instant(row, "requested_at"),
                Jsonb.tree(row, "body").orElseThrow(),
                Optional.ofNullable(row.getString("outcome")),
                Jsonb.tree(row, "result"),
                Sql.instantIfAny(row, "finished_at"));
    }
}
