package de.hexapolis.query.command;

import de.hexapolis.query.sql.Sql;
import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;

/** The statement that hands a command over and wakes ingest-service; a known id changes nothing. Stateless. */
final class InsertCommand {
    private static final String SQL =
            """
            with handed_over as (
                insert into command (command_id, kind, requested_by, city_id, requested_at, body, attachment)
                values (?, ?, ?, ?, ?, ?::jsonb, ?)
                on conflict (command_id) do nothing
                returning command_id
            )
            select pg_notify('command', command_id::text) from handed_over
            """;

    private InsertCommand() {}

    static boolean run(Connection connection, Command command, Instant now) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setObject(1, command.id());
            statement.setString(2, command.kind());
            statement.setString(3, command.requestedBy());
            statement.setString(4, command.city().map(CityId::value).orElse(null));
            statement.setObject(5, Sql.utc(now));
            statement.setString(6, command.body().toString());
            statement.setBytes(7, command.attachment().length == 0 ? null : command.attachment());
            return statement.executeQuery().next();
        }
    }
}
