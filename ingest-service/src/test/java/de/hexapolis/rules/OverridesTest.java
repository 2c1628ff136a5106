package de.hexapolis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OverridesTest {
    private static final String RULES =
            """
            rules:
              - id: bin-full
                kinds: [bin]
                title: {de: Behälter voll, en: Bin full}
                work: empty
                when:
                  threshold:
                    quantity: fill_level
                    levels: [{at_least: 70, severity: info}, {at_least: 85, severity: warning}]
                    hysteresis: 10
                    confirm: 2
                due: {info: PT48H, warning: PT24H}
              - id: silent
                kinds: [bin]
                title: {de: Stumm, en: Silent}
                when: {silence: {intervals: 3, daily_at_least: PT26H, levels: [{severity: warning}]}}
              - id: beacon-silent
                kinds: [bin]
                only: {tags: [beacon]}
                title: {de: Stumm, en: Silent}
                when: {silence: {intervals: 2, levels: [{severity: urgent}]}}
                instead_of: silent
            """;

    private static final String FULDA =
            """
            overrides:
              - {rule: bin-full, change: {due: {info: null, warning: PT12H}, when: {threshold: {hysteresis: 15}}}}
              - {rule: bin-full, district: nordend, change: {when: {threshold: {hysteresis: 20}}}}
              - rule: bin-full
                asset: B-0003
                change: {when: {threshold: {levels: [{at_least: 80, severity: warning}]}}}
              - {rule: silent, change: null}
              - {rule: silent, asset: B-0003, change: {when: {silence: {intervals: 5}}}}
            """;

    private final RuleBook book = RuleBooks.of(RULES, Map.of("fulda", FULDA));

    @Test
    void theNearestWinsAssetBeforeDistrictBeforeCity() {
        assertThat(hysteresis(RuleBooks.asset("marburg", "bin", "nordend", "B-0003")))
                .isEqualTo(10);
        assertThat(hysteresis(RuleBooks.asset("fulda", "bin", "", "B-0001"))).isEqualTo(15);
        assertThat(hysteresis(RuleBooks.asset("fulda", "bin", "ostend", "B-0001")))
                .isEqualTo(15);
        assertThat(hysteresis(RuleBooks.asset("fulda", "bin", "nordend", "B-0001")))
                .isEqualTo(20);
        assertThat(hysteresis(RuleBooks.asset("fulda", "bin", "nordend", "B-0003")))
                .isEqualTo(10);
    }

    @Test
    void anOverrideSaysAllThatDiffersThereSoThoseFurtherAwayAddNothing() {
        Handling city = full("fulda", "ostend", "B-0001").handling();
        Handling district = full("fulda", "nordend", "B-0001").handling();

        assertThat(city.due()).isEqualTo(Map.of(Severity.WARNING, Duration.ofHours(12)));
        assertThat(district.due())
                .isEqualTo(Map.of(Severity.INFO, Duration.ofHours(48), Severity.WARNING, Duration.ofHours(24)));
    }

    @Test
    void aListIsReplacedAsAWhole() {
        Threshold own = (Threshold) full("fulda", "nordend", "B-0003").when();

        assertThat(own.levels()).containsExactly(new Level(80, Severity.WARNING));
        assertThat(own.opensAt()).isEqualTo(Severity.WARNING);
        assertThat(own.confirm()).isEqualTo(2);
    }

    @Test
    void nullSwitchesARuleOffButANearerChangeHolds() {
        assertThat(ids("marburg", "B-0001")).containsExactly("bin-full", "silent");
        assertThat(ids("fulda", "B-0001")).containsExactly("bin-full");
        assertThat(ids("fulda", "B-0003")).containsExactly("bin-full", "silent");
    }

    @Test
    void theEditionIsThatOfTheMergedDocumentAndThePacksAreNamed() {
        ResolvedRule base = full("marburg", "", "B-0001");
        ResolvedRule own = full("fulda", "nordend", "B-0003");

        assertThat(base.blueprint()).isEqualTo("base 1.3.0");
        assertThat(own.blueprint()).isEqualTo("base 1.3.0, fulda 1.0.0");
        assertThat(own.edition()).matches("[0-9a-f]{16}").isNotEqualTo(base.edition());
        assertThat(full("marburg", "nordend", "B-0003").edition()).isEqualTo(base.edition());
    }

    @Test
    void aRuleStandsInsteadOfAnotherOnlyWhereItApplies() {
        assertThat(book.rulesFor(RuleBooks.asset("marburg", "bin", "", "B-0001", "beacon")))
                .extracting(ResolvedRule::id)
                .containsExactly("bin-full", "beacon-silent");
    }

    @Test
    void aRetiredAssetHasNoRules() {
        AssetFacts asset = RuleBooks.asset("marburg", "bin", "", "B-0001");
        AssetFacts retired = new AssetFacts(
                asset.id(),
                asset.city(),
                asset.zone(),
                asset.kind(),
                asset.district(),
                asset.reference(),
                asset.tags(),
                asset.properties(),
                asset.longitude(),
                asset.latitude(),
                true);

        assertThat(book.rulesFor(asset)).isNotEmpty();
        assertThat(book.rulesFor(retired)).isEmpty();
    }

    @Test
    void aCrewIsFoundByWorkThenDistrictThenPlaceInTheFile() {
        RulePack pack = RuleBooks.pack(
                Optional.of("fulda"),
                "crews.yaml",
                """
                crews:
                  - {id: z-nord, name: {de: Nord, en: North}, districts: [nordend], work: [empty]}
                  - {id: a-alle, name: {de: Alle, en: All}, work: [empty, water]}
                """);
        RuleBook crews = RuleBook.of(List.of(), List.of(), pack.crewRows());
        AssetFacts asset = RuleBooks.asset("fulda", "bin", "nordend", "B-0001");

        assertThat(crews.crewFor(asset.city(), Optional.of("nordend"), Work.EMPTY))
                .contains(new CrewKey(asset.city(), "z-nord"));
        assertThat(crews.crewFor(asset.city(), Optional.of("ostend"), Work.EMPTY))
                .contains(new CrewKey(asset.city(), "a-alle"));
        assertThat(crews.crewFor(asset.city(), Optional.empty(), Work.EMPTY))
                .contains(new CrewKey(asset.city(), "a-alle"));
        assertThat(crews.crewFor(asset.city(), Optional.of("nordend"), Work.REPAIR))
                .isEmpty();
    }

    private double hysteresis(AssetFacts asset) {
        return ((Threshold) book.rulesFor(asset).get(0).when()).hysteresis();
    }

    private ResolvedRule full(String city, String district, String reference) {
        return book.rulesFor(RuleBooks.asset(city, "bin", district, reference)).get(0);
    }

    private List<String> ids(String city, String reference) {
        return book.rulesFor(RuleBooks.asset(city, "bin", "", reference)).stream()
                .map(ResolvedRule::id)
                .toList();
    }
}
