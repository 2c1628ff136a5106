package de.hexapolis.query.status;

import de.hexapolis.query.sql.Jsonb;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** The statement that reads the rules of all kinds, from {@code asset_kind.settings}. Stateless. */
final class ReadStatusRules {
    private static final String SQL = "select kind, settings from asset_kind";

    private ReadStatusRules() {}

    static Map<String, StatusRule> run(Connection connection) throws SQLException {
        Map<String, StatusRule> rules = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rules.put(
                        row.getString("kind"),
                        StatusSettings.ruleOf(Jsonb.tree(row, "settings").orElseThrow()));
            }
        }
        return rules;
    }
}
