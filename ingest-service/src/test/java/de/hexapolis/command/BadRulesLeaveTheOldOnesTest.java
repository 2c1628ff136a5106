package de.hexapolis.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.hexapolis.registry.ReadRules;
import de.hexapolis.registry.RegistryDatabase;
import de.hexapolis.registry.StoredRules;
import de.hexapolis.rules.AssetFacts;
import de.hexapolis.rules.ResolvedRule;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.PlatformClock;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Rules by the way that the API takes: a pack's zip in the table of commands. */
class BadRulesLeaveTheOldOnesTest {
    private static final String BASE =
            """
            id: base
            version: 1.0.0
            kinds:
              - {kind: bin, name: {de: Behälter, en: Bin}, main_quantity: fill_level}
              - {kind: tree, name: {de: Baum, en: Tree}}
            """;
    private static final String RULES =
            """
            rules:
              - id: bin-full
                kinds: [bin]
                title: {de: Voll, en: Full}
                work: empty
                when:
                  threshold: {quantity: fill_level, levels: [{at_least: 85, severity: warning}], hysteresis: 10}
              - id: tree-dry
                kinds: [tree]
                title: {de: Trocken, en: Dry}
                when:
                  threshold: {quantity: soil_water_tension, levels: [{at_least: 80, severity: warning}], hysteresis: 20}
            """;
    private static final String CITY =
            "id: fulda\nversion: 1.0.0\ncity: {id: fulda, name: Fulda, zone: Europe/Berlin}\nextends: base\n";
    private static final String ASSETS =
            """
            reference,kind,name,longitude,latitude
            B1,bin,Am Dom,9.67,50.55
            T1,tree,Linde,9.68,50.56
            """;
    private static final String CREWS =
            "crews:\n  - {id: nord, name: {de: Nord, en: North}, work: [empty]}\n  - {id: gruen, name: {de: Grün, en: Green}, work: [water]}\n";
    private static final String OVERRIDES =
            "overrides:\n  - {rule: bin-full, asset: B1, change: {when: {threshold: {hysteresis: 15}}}}\n";

    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    private final CommandTable commands = new CommandTable(database, new LoadBlueprint(PlatformClock.realTime()));
    private final StoredRules stored = new StoredRules(new SimpleMeterRegistry());

    @BeforeEach
    void rulesAreLoadedAndNothingIsDue() {
        assertThat(outcome(loadBase(RULES))).isEqualTo("done");
        assertThat(outcome(loadCity(OVERRIDES, CREWS))).isEqualTo("done");
        database.execute("delete from due");
    }

    @Test
    void aMistakeIsRefusedWithFileLineFieldAndValueAndTheRunningRulesStay() {
        String version = version();
        List<String> before = database.rows("select r::text from rule r order by rule_id");
        List<ResolvedRule> running = rules("bin");

        JsonNode row = loadBase(RULES.replace("hysteresis: 10", "hysteresis: \"10 %\""));

        assertThat(outcome(row)).isEqualTo("refused");
        assertThat(row.at("/result/problem/status").asInt()).isEqualTo(422);
        assertThat(row.at("/result/problem/code").asText()).isEqualTo("invalid-blueprint");
        assertThat(row.at("/result/problem/problems"))
                .singleElement()
                .isEqualTo(
                        json(
                                """
                        {"file": "rules/bins.yaml", "line": 7, "field": "rules[0].when.threshold.hysteresis",
                         "value": "\\"10 %\\"", "reason": "not a number; leave out sign and quotes"}
                        """));
        assertThat(version()).isEqualTo(version);
        assertThat(database.rows("select r::text from rule r order by rule_id")).isEqualTo(before);
        assertThat(rules("bin")).isSameAs(running);
        assertThat(due()).isEmpty();
    }

    @Test
    void aBaseThatWouldBreakACitysOverrideIsRefusedNamingIt() {
        JsonNode row = loadBase(RULES.replace("at_least: 85", "at_least: 12"));

        assertThat(row.at("/result/problem/detail").asText())
                .contains("overrides of fulda: rules/own.yaml:2: override.change.when.threshold.hysteresis");
        assertThat(rules("bin")).isNotEmpty();
    }

    @Test
    void loadingTheSameRulesAgainChangesNothing() {
        String version = version();

        assertThat(loadBase(RULES).at("/result/changed").asBoolean()).isFalse();
        assertThat(loadCity(OVERRIDES, CREWS).at("/result/changed").asBoolean()).isFalse();

        assertThat(version()).isEqualTo(version);
        assertThat(due()).isEmpty();
    }

    @Test
    void aChangedRuleIsJudgedAnewForItsKindsAloneAndTheRegistryStaysAsItIs() {
        String registry = database.rows("select version from registry_version").get(0);
        String version = version();

        JsonNode row = loadBase(RULES.replace("at_least: 80", "at_least: 90"));

        assertThat(row.at("/result/rows/rules"))
                .isEqualTo(json("{\"created\":0,\"updated\":1,\"unchanged\":1,\"kept\":0,\"retired\":0}"));
        assertThat(version()).isNotEqualTo(version);
        assertThat(due()).containsExactly("T1");
        assertThat(database.rows("select version from registry_version")).containsExactly(registry);
    }

    @Test
    void aLineThatHasMovedIsWrittenButNothingIsJudgedAnew() {
        loadBase("# A word more.\n" + RULES);

        assertThat(database.rows("select line from rule where rule_id = 'bin-full'"))
                .containsExactly("3");
        assertThat(due()).isEmpty();
    }

    @Test
    void aRuleThatIsGoneIsNoMoreAndAnOverrideThatIsGoneNeither() {
        assertThat(outcome(loadCity("overrides: []\n", CREWS))).isEqualTo("done");
        assertThat(due()).containsExactly("B1");
        database.execute("delete from due");

        assertThat(outcome(loadBase(RULES.substring(0, RULES.indexOf("  - id: tree-dry")))))
                .isEqualTo("done");

        assertThat(rules("tree")).isEmpty();
        assertThat(due()).containsExactly("T1");
    }

    @Test
    void aCrewThatIsGoneStaysForItsOrdersButTakesNothing() {
        loadCity(OVERRIDES, CREWS.replaceAll("  - \\{id: gruen.*\n", ""));

        assertThat(database.rows(
                        "select crew_id, document from crew where city_id = 'fulda' and document = '{}' order by 1"))
                .containsExactly("gruen {}", "staff {}");
        assertThat(outcome(loadCity(OVERRIDES, CREWS))).isEqualTo("done");
        assertThat(database.rows("select crew_id from crew where document -> 'work' ? 'water'"))
                .containsExactly("gruen");
    }

    @Test
    void aReplicaThatCannotReadWhatANewerProgramHasStoredHasNone() {
        List<ResolvedRule> running = rules("bin");
        database.execute(
                """
                update rule set document = jsonb_set(document, '{when}', '{"smell": {"at_least": 3}}') where rule_id = 'bin-full';
                update rule_version set version = version + 1;
                """);

        assertThat(database.inTransaction(stored::on)).isEmpty();
        assertThat(database.inTransaction(stored::on)).isEmpty();

        database.execute(
                """
                update rule set document = jsonb_set(document, '{when}',
                    '{"threshold": {"quantity": "fill_level", "levels": [{"at_least": 50, "severity": "info"}]}}')
                where rule_id = 'bin-full';
                update rule_version set version = version + 1;
                """);
        assertThat(rules("bin")).isNotEqualTo(running);
    }

    @Test
    void theEditionIsTheSameWhetherReadFromTheFileOrFromTheStore() {
        assertThat(database.inTransaction(ReadRules::book).rules())
                .extracting(ResolvedRule::edition)
                .allSatisfy(edition -> assertThat(edition).matches("[0-9a-f]{16}"));
        List<String> stored = rules("bin").stream().map(ResolvedRule::edition).toList();
        loadBase(RULES.replace("hysteresis: 10", "hysteresis: 10.0"));
        assertThat(rules("bin")).extracting(ResolvedRule::edition).isEqualTo(stored);
    }

    private JsonNode loadBase(String rules) {
        return load(Map.of("blueprint.yaml", BASE, "rules/bins.yaml", rules));
    }

    private JsonNode loadCity(String overrides, String crews) {
        return load(
                Map.of("blueprint.yaml", CITY, "assets.csv", ASSETS, "rules/own.yaml", overrides, "crews.yaml", crews));
    }

    private JsonNode load(Map<String, String> files) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        return commands.carryOut("load-blueprint", "{}", bytes.toByteArray());
    }

    private static String outcome(JsonNode row) {
        return row.path("outcome").asText();
    }

    private List<ResolvedRule> rules(String kind) {
        AssetFacts asset = new AssetFacts(
                1,
                new CityId("fulda"),
                ZoneId.of("Europe/Berlin"),
                kind,
                Optional.empty(),
                "X",
                List.of(),
                json("{}"),
                9,
                50,
                false);
        return database.inTransaction(stored::on).orElseThrow().rulesFor(asset);
    }

    private String version() {
        return database.rows("select version from rule_version").get(0);
    }

    private List<String> due() {
        return database.rows("select distinct reference from due join asset using (asset_id) order by 1");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException fault) {
            throw new IllegalArgumentException(fault);
        }
    }
}
