package de.hexapolis.judge;

import static de.hexapolis.judge.PresetWorld.each;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.hexapolis.telemetry.Quality;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each rule that is shipped opens an alert here, by the judge, and the alert's row says why, in both languages. */
class EveryAlertSaysWhyTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** In April trees are watered and it may freeze. */
    private static final Instant NOW = Instant.parse("2026-04-20T12:00:00Z");

    private static final Instant YESTERDAY = NOW.minus(Duration.ofHours(25));
    private static final String NOTHING = "{}";

    /** As query-service reads an alert. */
    private static final String ALERT =
            """
            select jsonb_build_object('asset', l.asset_id, 'rule', l.rule_id, 'edition', l.edition, 'began', l.began_at,
                'version', e.blueprint, 'wording', e.document ->> 'id', 'why', l.evidence -> 'why',
                'title', coalesce(l.evidence -> 'title', e.document -> 'title'))
            from alert l join rule_edition e on e.edition = l.edition
            where l.closed_at is null
            """;

    /** What is counted, or is or is not, has no unit. */
    private static final Set<String> WITHOUT_UNIT = Set.of("is", "probability");

    private final PresetWorld world = new PresetWorld(NOW);
    private final Map<String, Long> assets = new TreeMap<>();

    @BeforeEach
    void anEpisodeOfEachRule() throws SQLException {
        flagged();
        bins();
        beacons();
        trees();
        forecasts();
        // the platform was not away, so who is not heard is silent
        world.fixture().execute("insert into pulse (subject, heard_at) values ('platform', '%s')".formatted(NOW));
        world.judgeAll(NOW);
    }

    @AfterEach
    void close() {
        world.close();
    }

    private void bins() {
        reading("bin-full", "bin", NOTHING, "fill_level", "", 87, each(Duration.ofMinutes(30), 4, NOW));
        reading("bin-fire", "bin", NOTHING, "device_temperature", "", 80, NOW);
        reading("bin-tilt", "bin", NOTHING, "tilt", "", 85, each(Duration.ofMinutes(30), 3, NOW));
        reading("battery-low", "bin", NOTHING, "battery_level", "", 8, each(Duration.ofMinutes(30), 3, NOW));
        reading("ground-frost", "bin", NOTHING, "air_temperature", "", -2, each(Duration.ofMinutes(30), 4, NOW));
        reading("device-silent", "bin", NOTHING, "fill_level", "", 10, NOW.minus(Duration.ofHours(30)));
    }

    private void beacons() {
        reading("beacon-tilted", "roadworks", NOTHING, "tilt", "", 80, each(Duration.ofMinutes(10), 3, NOW));
        reading("beacon-silent", "roadworks", NOTHING, "tilt", "", 1, NOW.minus(Duration.ofHours(30)));
        long moved = asset("beacon-moved", "roadworks", NOTHING);
        world.position(moved, 9.68, NOW.minusSeconds(1800));
        world.position(moved, 9.68, NOW);
    }

    private void trees() {
        Instant[] ofADay = each(Duration.ofHours(1), 14, NOW);
        reading("frost", "tree", NOTHING, "soil_temperature", "30cm", -4, ofADay);
        reading("tree-dry", "tree", planted(2026), "soil_water_tension", "30cm", 40, ofADay);
        reading(
                "tree-moisture",
                "tree",
                "{\"soil\": \"loam\", \"planting_year\": 2000}",
                "soil_moisture",
                "",
                14,
                ofADay);
        reading(
                "tree-dry-old",
                "tree",
                planted(2000),
                "soil_water_tension",
                "60cm",
                210,
                each(Duration.ofHours(3), 24, NOW));
        asset("tree-plan", "tree", planted(2025));
    }

    private void forecasts() {
        reading("bin-full-before-round", "bin", NOTHING, "fill_level", "", 50, NOW);
        reading("tree-dry-soon", "tree", planted(2026), "soil_water_tension", "30cm", 20, NOW);
        world.fixture()
                .execute(
                        """
                        insert into forecast (asset_id, kind, made_at, reading_at, level, p50, round_at, by_round, basis)
                        values (%d, 'full', '2026-04-20T11:50Z', '2026-04-20T11:30Z', 50, '2026-04-21T12:00Z',
                            '2026-04-22T04:00Z', 0.8, '{}');
                        insert into forecast (asset_id, kind, channel, made_at, reading_at, level, p10, p50, p90, basis)
                        values (%d, 'dry', '30cm', '2026-04-20T11:50Z', '2026-04-20T11:30Z', 20, '2026-04-21T12:00Z',
                            '2026-04-22T12:00Z', '2026-04-24T12:00Z', '{}')
                        """
                                .formatted(assets.get("bin-full-before-round"), assets.get("tree-dry-soon")));
    }

    /** A flag must last for a day before it is told, so it is to be found a day ago. */
    private void flagged() throws SQLException {
        long asset = asset("series-flagged", "bin", NOTHING);
        int series = world.series(asset, "fill_level", "");
        world.readings(series, 250, Quality.BAD.code(), each(Duration.ofMinutes(30), 4, YESTERDAY));
        world.judgeAll(YESTERDAY);
        world.fixture()
                .execute("insert into due (asset_id, from_at, received_at) values (%d, '%s', '%s')"
                        .formatted(asset, YESTERDAY, NOW));
    }

    private static String planted(int year) {
        return "{\"planting_year\": %d}".formatted(year);
    }

    private long asset(String rule, String kind, String properties) {
        long asset = world.asset(kind, properties);
        assets.put(rule, asset);
        return asset;
    }

    private void reading(
            String rule, String kind, String properties, String quantity, String channel, double value, Instant... at) {
        int series = world.series(asset(rule, kind, properties), quantity, channel);
        world.readings(series, value, Quality.GOOD.code(), at);
    }

    @Test
    void withValuesAndTheirUnitsTimesAndTheRuleAndItsVersion() throws IOException {
        assertThat(world.fixture().column("select rule_id from rule where section = 'rule'"))
                .containsExactlyInAnyOrderElementsOf(assets.keySet());
        Map<String, JsonNode> alerts = alerts();
        assertThat(alerts).containsOnlyKeys(assets.keySet());
        alerts.forEach(EveryAlertSaysWhyTest::saysWhy);
    }

    @Test
    void inGermanAndInEnglishAsTheRuleIsCalled() throws IOException {
        Map<String, String> titles = new TreeMap<>();
        for (String title : world.fixture().column("select document::text from rule where section = 'rule'")) {
            JsonNode rule = JSON.readTree(title);
            titles.put(rule.path("id").asText(), rule.path("title").toString());
        }
        alerts().forEach((rule, alert) -> {
            assertThat(alert.path("title").path("de").asText()).as(rule).isNotBlank();
            assertThat(alert.path("title").path("en").asText()).as(rule).isNotBlank();
            assertThat(alert.path("title").toString()).isEqualTo(titles.get(rule));
        });
    }

    private static void saysWhy(String rule, JsonNode alert) {
        assertThat(alert.path("edition").asText()).as(rule).matches("[0-9a-f]{16}");
        assertThat(alert.path("version").asText()).as(rule).matches("base \\d+\\.\\d+\\.\\d+");
        assertThat(alert.path("wording").asText()).isEqualTo(rule);
        assertThat(alert.path("why").size()).as("%s: %s", rule, alert).isPositive();
        for (JsonNode reason : alert.path("why")) {
            saysWhy(alert, reason);
        }
    }

    private static void saysWhy(JsonNode alert, JsonNode reason) {
        String of = alert.toString();
        assertThat(reason.path("quantity").asText()).as(of).isNotBlank();
        assertThat(reason.path("value").isNumber()).as(of).isTrue();
        assertThat(reason.path("limit").isNumber()).as(of).isTrue();
        assertThat(Instant.parse(reason.path("observed_at").asText())).as(of).isBeforeOrEqualTo(NOW);
        assertThat(reason.path("rule")).as(of).isEqualTo(alert.path("rule"));
        assertThat(reason.path("edition")).as(of).isEqualTo(alert.path("edition"));
        String comparison = reason.path("comparison").asText();
        assertThat(comparison).as(of).isNotBlank();
        if (!WITHOUT_UNIT.contains(comparison)) {
            assertThat(reason.path("unit").asText()).as(of).isNotBlank();
        }
    }

    /** Of each rule the alert of the asset that was made for it. */
    private Map<String, JsonNode> alerts() throws IOException {
        Map<String, JsonNode> alerts = new TreeMap<>();
        List<String> rows = world.fixture().column(ALERT);
        for (String row : rows) {
            JsonNode alert = JSON.readTree(row);
            String rule = alert.path("rule").asText();
            if (assets.getOrDefault(rule, -1L) == alert.path("asset").asLong()) {
                alerts.put(rule, alert);
            }
        }
        return alerts;
    }
}
