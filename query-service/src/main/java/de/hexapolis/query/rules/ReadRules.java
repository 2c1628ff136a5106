package de.hexapolis.query.rules;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.query.access.Caller;
import de.hexapolis.query.sql.Jsonb;
import de.hexapolis.query.sql.Sql;
import de.hexapolis.telemetry.CityId;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The statements that read rules with the overrides of the caller's cities, by section and place in their files. Stateless. */
final class ReadRules {
    private static final String VERSION = "select version from rule_version";
    private static final String RULES =
            """
            select r.section, r.rule_id, r.blueprint_id || ' ' || b.version as blueprint, r.file, r.line, r.document
            from rule r join blueprint b using (blueprint_id) order by r.section, r.file, r.line, r.rule_id
            """;
    private static final String OVERRIDES =
            """
            select o.section, o.rule_id, o.city_id, nullif(o.district_id, '') as district,
                nullif(o.reference, '') as reference, o.blueprint_id || ' ' || b.version as blueprint, o.file, o.line,
                o.change
            from rule_override o join blueprint b using (blueprint_id)
            where (?::text[] is null or o.city_id = any (?)) and (? or o.city_id = any (?))
            order by o.city_id, o.file, o.line
            """;

    private ReadRules() {}

    static long version(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(VERSION);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong("version");
        }
    }

    /** @param cities whose overrides; empty: of all that the caller is staff of */
    static List<Rule> all(Connection connection, Set<CityId> cities, Caller caller) throws SQLException {
        Map<List<String>, List<RuleOverride>> overrides = overrides(connection, cities, caller);
        List<Rule> rules = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(RULES);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                rules.add(new Rule(
                        row.getString("section"),
                        row.getString("rule_id"),
                        row.getString("blueprint"),
                        row.getString("file"),
                        row.getInt("line"),
                        Jsonb.tree(row, "document").orElseThrow(),
                        overrides.getOrDefault(key(row), List.of())));
            }
        }
        return rules;
    }

    private static Map<List<String>, List<RuleOverride>> overrides(
            Connection connection, Set<CityId> cities, Caller caller) throws SQLException {
        Map<List<String>, List<RuleOverride>> overrides = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(OVERRIDES)) {
            statement.setArray(1, Sql.arrayUnlessEmpty(connection, "text", cities));
            statement.setArray(2, Sql.arrayUnlessEmpty(connection, "text", cities));
            statement.setBoolean(3, caller.isOperator());
            statement.setArray(4, connection.createArrayOf("text", caller.staffedCities()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    overrides
                            .computeIfAbsent(key(row), key -> new ArrayList<>())
                            .add(override(row));
                }
            }
        }
        return overrides;
    }

    private static List<String> key(ResultSet row) throws SQLException {
        return List.of(row.getString("section"), row.getString("rule_id"));
    }

    private static RuleOverride override(ResultSet row) throws SQLException {
        Optional<JsonNode> change = Jsonb.tree(row, "change").filter(patch -> !patch.isNull());
        return new RuleOverride(
                row.getString("city_id"),
                Optional.ofNullable(row.getString("district")),
                Optional.ofNullable(row.getString("reference")),
                row.getString("blueprint"),
                row.getString("file"),
                row.getInt("line"),
                change.isEmpty(),
                change);
    }
}
