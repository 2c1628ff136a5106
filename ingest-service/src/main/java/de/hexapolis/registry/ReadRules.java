package de.hexapolis.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.hexapolis.rules.CrewRow;
import de.hexapolis.rules.Names;
import de.hexapolis.rules.OverrideRow;
import de.hexapolis.rules.RuleBook;
import de.hexapolis.rules.RuleRow;
import de.hexapolis.rules.RuleSection;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads rules, overrides and crews as they are stored. Stateless. */
public final class ReadRules {
    private static final String VERSION = "select version from rule_version";
    private static final String RULES =
            """
            select r.section, r.rule_id, r.blueprint_id || ' ' || b.version, r.file, r.line, r.document
            from rule r join blueprint b using (blueprint_id) order by r.section, r.file, r.line
            """;
    private static final String OVERRIDES =
            """
            select o.section, o.rule_id, o.city_id, o.district_id, o.reference, o.blueprint_id || ' ' || b.version,
                o.file, o.line, o.change
            from rule_override o join blueprint b using (blueprint_id) order by o.file, o.line
            """;
    private static final String CREWS = "select city_id, crew_id, name_de, name_en, document from crew";

    /** Numbers keep the digits with which they were written: an edition is made of them. */
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private ReadRules() {}

    /** Which version of all rules and crews is stored; it changes with each of them. */
    public static long version(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(VERSION);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("table rule_version has no row");
            }
            return row.getLong(1);
        }
    }

    /** @throws IllegalArgumentException if this program cannot read a rule, because a newer one has stored it */
    public static RuleBook book(Connection connection) throws SQLException {
        return RuleBook.of(rules(connection), overrides(connection), crews(connection));
    }

    public static List<RuleRow> rules(Connection connection) throws SQLException {
        return query(
                connection,
                RULES,
                row -> new RuleRow(
                        section(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getInt(5),
                        json(row.getString(6))));
    }

    public static List<OverrideRow> overrides(Connection connection) throws SQLException {
        return query(
                connection,
                OVERRIDES,
                row -> new OverrideRow(
                        section(row.getString(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getInt(8),
                        json(row.getString(9))));
    }

    private static List<CrewRow> crews(Connection connection) throws SQLException {
        return query(
                connection,
                CREWS,
                row -> new CrewRow(
                        row.getString(1),
                        row.getString(2),
                        new Names(row.getString(3), row.getString(4)),
                        json(row.getString(5))));
    }

    private static RuleSection section(String name) {
        return RuleSection.named(name)
                .orElseThrow(() -> new IllegalArgumentException("not a section of rules: '%s'".formatted(name)));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException defect) {
            throw new IllegalStateException("PostgreSQL gave no JSON for jsonb", defect);
        }
    }

    private static <T> List<T> query(Connection connection, String sql, RowReader<T> reader) throws SQLException {
        List<T> rows = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            while (result.next()) {
                rows.add(reader.read(result));
            }
        }
        return rows;
    }

    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }
}
