package de.hexapolis.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.hexapolis.registry.ReadRules;
import de.hexapolis.registry.RegistryDatabase;
import de.hexapolis.rules.AssetFacts;
import de.hexapolis.rules.OccurrenceRule;
import de.hexapolis.rules.PlausibilityRule;
import de.hexapolis.rules.ResolvedRule;
import de.hexapolis.rules.RuleBook;
import de.hexapolis.rules.Severity;
import de.hexapolis.rules.Work;
import de.hexapolis.telemetry.CityId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the packs that are shipped say of their assets, read back from the store. */
class ShippedRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-23T08:00:00Z");
    private static final List<String> CITIES =
            List.of("offenbach", "marburg", "giessen", "limburg", "fulda", "wetzlar");

    private static final Map<String, Set<String>> RULES = Map.of(
            "bin",
            Set.of(
                    "bin-full",
                    "bin-full-before-round",
                    "bin-fire",
                    "bin-tilt",
                    "battery-low",
                    "device-silent",
                    "ground-frost",
                    "series-flagged"),
            "tree",
            Set.of(
                    "tree-dry",
                    "tree-dry-old",
                    "tree-dry-soon",
                    "tree-moisture",
                    "tree-plan",
                    "frost",
                    "battery-low",
                    "device-silent",
                    "ground-frost",
                    "series-flagged"),
            "roadworks",
            Set.of("beacon-tilted", "beacon-moved", "beacon-silent", "battery-low", "ground-frost", "series-flagged"));

    @RegisterExtension
    final RegistryDatabase database = new RegistryDatabase();

    private RuleBook book = RuleBook.EMPTY;

    @BeforeEach
    void allPacksAreLoaded() {
        Stream.concat(Stream.of("base"), CITIES.stream()).forEach(this::load);
        book = database.inTransaction(ReadRules::book);
    }

    @Test
    void everyPresetResolvesForEveryKindOfAssetInEveryCity() {
        Set<String> seen = new HashSet<>();
        for (AssetFacts asset : assets()) {
            List<ResolvedRule> rules = book.rulesFor(asset);
            Set<String> ids = new HashSet<>();
            rules.forEach(rule -> ids.add(rule.id()));

            assertThat(ids).as(asset.kind()).isEqualTo(RULES.get(asset.kind()));
            assertThat(rules).allSatisfy(rule -> {
                assertThat(rule.blueprint()).startsWith("base 1.3.0");
                assertThat(rule.handling().bundle().map(id -> book.bundlingOf(rule)
                                .isPresent()))
                        .isNotEqualTo(Optional.of(false));
                assertThat(rule.handling().escalation().map(id -> book.escalationOf(rule)
                                .isPresent()))
                        .isNotEqualTo(Optional.of(false));
            });
            assertThat(book.lookBack(asset, Duration.ofHours(1))).isBetween(Duration.ofHours(3), Duration.ofDays(4));
            seen.addAll(ids);
        }
        assertThat(database.rows("select rule_id from rule where section = 'rule'"))
                .containsExactlyInAnyOrderElementsOf(seen);
    }

    @Test
    void aRuleComesAfterThoseThatItGivesWayTo() {
        for (AssetFacts asset : assets()) {
            List<String> ids =
                    book.rulesFor(asset).stream().map(ResolvedRule::id).toList();
            book.rulesFor(asset)
                    .forEach(rule -> rule.guards().unlessOpen().forEach(other -> assertThat(ids.indexOf(other))
                            .isBetween(0, ids.indexOf(rule.id()) - 1)));
        }
    }

    @Test
    void beaconsShareTheCausesOfTheRuleInWhosePlaceTheirsStands() {
        AssetFacts beacon = assets().stream()
                .filter(asset -> asset.kind().equals("roadworks"))
                .findFirst()
                .orElseThrow();

        assertThat(book.rulesFor(beacon))
                .filteredOn(rule -> rule.id().equals("beacon-silent"))
                .singleElement()
                .satisfies(rule -> assertThat(rule.correlate())
                        .extracting(cause -> cause.ruleId())
                        .containsExactly("source-silent", "gateway-silent"));
    }

    @Test
    void occurrencesAndChecksAreThereByKind() {
        for (AssetFacts asset : assets()) {
            List<OccurrenceRule> occurrences = book.occurrencesFor(asset);
            List<PlausibilityRule> checks = book.plausibilityFor(asset);
            assertThat(occurrences).hasSize(asset.kind().equals("roadworks") ? 0 : 1);
            assertThat(checks).hasSize(asset.kind().equals("roadworks") ? 2 : 4);
        }
    }

    @Test
    void streetBinsHaveTheirNextRoundAndACrewTakesEveryWorkButFire() {
        AssetFacts street = assets().stream()
                .filter(asset -> asset.tags().contains("street") && asset.kind().equals("bin"))
                .findFirst()
                .orElseThrow();

        assertThat(book.nextRound(street, Instant.parse("2026-12-24T12:00:00Z")))
                .as("Christmas on a Friday, put off to the next workday")
                .contains(Instant.parse("2026-12-28T05:00:00Z"));
        for (String city : CITIES) {
            for (Work work : List.of(Work.EMPTY, Work.SET_UP, Work.WATER, Work.INSPECT, Work.REPAIR)) {
                assertThat(book.crewFor(new CityId(city), Optional.empty(), work))
                        .as(city + work)
                        .isPresent();
            }
            assertThat(book.crewFor(new CityId(city), Optional.empty(), Work.EXTINGUISH))
                    .isEmpty();
        }
    }

    @Test
    void theOverrideOfFuldaHoldsInItsDistrictAlone() {
        assertThat(due("fulda", "innenstadt")).contains(NOW.plus(Duration.ofHours(8)));
        assertThat(due("fulda", "nordend")).contains(NOW.plus(Duration.ofHours(24)));
        assertThat(due("giessen", "innenstadt")).contains(NOW.plus(Duration.ofHours(24)));
    }

    @Test
    void everyCityHasItsStaffAndTwoOrThreeCrews() {
        assertThat(database.rows("select city_id from crew where crew_id = 'staff' order by 1"))
                .containsExactlyElementsOf(CITIES.stream().sorted().toList());
        assertThat(database.rows("select count(*) from crew where crew_id <> 'staff' group by city_id"))
                .hasSize(6)
                .allSatisfy(count -> assertThat(count).isIn("2", "3"));
    }

    @Test
    void loadingThemAgainChangesNothingNotEvenTheVersionOfTheRules() {
        String version = database.rows("select version from rule_version").get(0);
        long due = count("select count(*) from due");

        CITIES.forEach(city -> assertThat(load(city).changed()).isFalse());
        assertThat(load("base").changed()).isFalse();

        assertThat(database.rows("select version from rule_version")).containsExactly(version);
        assertThat(count("select count(*) from due")).isEqualTo(due);
    }

    private Optional<Instant> due(String city, String district) {
        AssetFacts asset = asset(city, "bin", district, "X", List.of());
        ResolvedRule full = book.rulesFor(asset).stream()
                .filter(rule -> rule.id().equals("bin-full"))
                .findFirst()
                .orElseThrow();
        return book.due(full, Severity.WARNING, NOW);
    }

    private List<AssetFacts> assets() {
        return database
                .rows(
                        "select distinct city_id, kind, array_to_string(tags, ';') from asset where district_id is not null")
                .stream()
                .map(row -> row.split(" ", 3))
                .map(row -> asset(row[0], row[1], "", "X", List.of(row[2].split(";"))))
                .toList();
    }

    private static AssetFacts asset(String city, String kind, String district, String reference, List<String> tags) {
        return new AssetFacts(
                1,
                new CityId(city),
                ZoneId.of("Europe/Berlin"),
                kind,
                Optional.of(district).filter(id -> !id.isEmpty()),
                reference,
                tags,
                JsonNodeFactory.instance.objectNode(),
                9,
                50,
                false);
    }

    private long count(String sql) {
        return Long.parseLong(database.rows(sql).get(0));
    }

    private Loading.Loaded load(String pack) {
        Loading loading =
                database.inTransaction(connection -> BlueprintLoader.load(connection, Packs.shipped(pack), false, NOW));
        assertThat(loading).as(pack + loading).isInstanceOf(Loading.Loaded.class);
        return (Loading.Loaded) loading;
    }
}
