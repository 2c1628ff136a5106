package de.hexapolis.query.rules;

import de.hexapolis.query.sql.Jsonb;
import de.hexapolis.query.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The statement that reads an edition. Stateless. */
final class ReadEdition {
    private static final String SQL =
            "select edition, rule_id, blueprint, first_at, document from rule_edition where edition = ?";

    private ReadEdition() {}

    static Optional<Edition> run(Connection connection, String edition) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setString(1, edition);
            try (ResultSet row = statement.executeQuery()) {
                return row.next()
                        ? Optional.of(new Edition(
                                row.getString("edition"),
                                row.getString("rule_id"),
                                row.getString("blueprint"),
                                Sql.instant(row, "first_at"),
                                Jsonb.tree(row, "document").orElseThrow()))
                        : Optional.empty();
            }
        }
    }
}
