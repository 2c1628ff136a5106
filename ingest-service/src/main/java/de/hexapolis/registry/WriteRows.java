package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.Collection;

/**
 * Runs a statement that writes rows and answers (created, updated, unchanged, kept). Its parameters are the rows as
 * JSON, the blueprint or null, whether rows of persons are taken over, and the time. Stateless.
 */
final class WriteRows {
    private WriteRows() {}

    static Tally run(Connection connection, String sql, Collection<? extends Record> rows, Author author)
            throws SQLException {
        if (rows.isEmpty()) {
            return Tally.NONE;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, RowJson.of(rows));
            statement.setString(2, author.blueprint().orElse(null));
            statement.setBoolean(3, author.takesOver());
            statement.setObject(4, author.at().atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Tally(row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), 0);
            }
        }
    }
}
