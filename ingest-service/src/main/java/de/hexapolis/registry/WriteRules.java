package de.hexapolis.registry;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.rules.OverrideRow;
import de.hexapolis.rules.RulePack;
import de.hexapolis.rules.RuleRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Writes a pack's rules, overrides and crews: what is new or differs, and takes away what is no longer there. A crew stays,
 * because orders name it, but takes nothing any more. Where anything differs the version of the rules rises, and assets
 * whose rules say something else are judged anew. One thread, used once.
 */
public final class WriteRules {
    private static final String RULES = sql("write_rules.sql");
    private static final String OVERRIDES = sql("write_overrides.sql");
    private static final String CREWS = sql("write_crews.sql");

    private final Connection connection;
    private final String blueprint;
    private final Instant at;
    private final Set<String> kindsToJudge = new TreeSet<>();

    private WriteRules(Connection connection, String blueprint, Instant at) {
        this.connection = connection;
        this.blueprint = blueprint;
        this.at = at;
    }

    /** The columns of a rule that its file says. */
    record StoredRule(String section, String ruleId, String file, int line, JsonNode document) {
        static StoredRule of(RuleRow row) {
            return new StoredRule(row.section().wireName(), row.id(), row.file(), row.line(), row.document());
        }
    }

    /** The columns of an override that its file says. */
    record StoredOverride(
            String section,
            String ruleId,
            String cityId,
            String districtId,
            String reference,
            String file,
            int line,
            JsonNode change) {
        static StoredOverride of(OverrideRow row) {
            return new StoredOverride(
                    row.section().wireName(),
                    row.id(),
                    row.city(),
                    row.district(),
                    row.reference(),
                    row.file(),
                    row.line(),
                    row.change());
        }
    }

    /** The columns of a crew that its file says. */
    record StoredCrew(String crewId, String nameDe, String nameEn, JsonNode document) {}

    /**
     * @param at the platform's time
     * @return by kind of row: rules, overrides, crews
     */
    public static Map<String, Tally> on(Connection connection, RulePack pack, String blueprint, Instant at)
            throws SQLException {
        return new WriteRules(connection, blueprint, at).run(pack);
    }

    private Map<String, Tally> run(RulePack pack) throws SQLException {
        List<StoredRule> rules =
                pack.rules(blueprint).stream().map(StoredRule::of).toList();
        List<StoredOverride> overrides =
                pack.overrideRows(blueprint).stream().map(StoredOverride::of).toList();
        List<StoredCrew> crews = pack.crewRows().stream()
                .map(crew -> new StoredCrew(
                        crew.crew(), crew.name().de(), crew.name().en(), crew.document()))
                .toList();
        Map<String, Tally> rows = new LinkedHashMap<>();
        rows.put("rules", write(RULES, rules, null));
        rows.put("overrides", write(OVERRIDES, overrides, null));
        rows.put("crews", pack.city().isEmpty() ? Tally.NONE : write(CREWS, crews, pack.city()));
        if (rows.values().stream().anyMatch(Tally::changed)) {
            announce();
        }
        return rows;
    }

    private Tally write(String sql, Collection<? extends Record> rows, @Nullable String city) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, RowJson.of(rows));
            statement.setString(2, blueprint);
            statement.setString(3, city);
            statement.setObject(4, at.atOffset(ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                Array kinds = row.getArray(5);
                kindsToJudge.addAll(List.of((String[]) kinds.getArray()));
                return new Tally(row.getInt(1), row.getInt(2), row.getInt(3), 0, row.getInt(4));
            }
        }
    }

    private void announce() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("update rule_version set version = version + 1");
        }
        if (!kindsToJudge.isEmpty()) {
            DueAssets.all(connection, kindsToJudge, at);
        }
    }

    private static String sql(String file) {
        try (InputStream text = WriteRules.class.getResourceAsStream(file)) {
            if (text == null) {
                throw new IllegalStateException(file + " is not on the class path");
            }
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
