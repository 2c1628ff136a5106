package de.hexapolis.query.status;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The statement that reads the thresholds of all kinds, from {@code asset_kind.settings}. Stateless. */
final class ReadStatusRules {
    private static final String SQL =
            """
            select k.kind, s.step ->> 'word' as word, (s.step ->> 'from')::float8 as from_value
            from asset_kind k, lateral jsonb_path_query(k.settings, 'lax $.status[*]') with ordinality s (step, place)
            order by k.kind, s.place
            """;

    private ReadStatusRules() {}

    /** Rules by kind; a kind without thresholds has none. */
    static Map<String, StatusRule> run(Connection connection) throws SQLException {
        Map<String, List<StatusRule.Step>> steps = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                steps.computeIfAbsent(rows.getString(1), kind -> new ArrayList<>())
                        .add(new StatusRule.Step(rows.getString(2), rows.getDouble(3)));
            }
        }
        Map<String, StatusRule> rules = new HashMap<>();
        steps.forEach((kind, list) -> rules.put(kind, new StatusRule(list)));
        return rules;
    }
}
