package de.hexapolis.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleFilesTest {
    private static final Surroundings KNOWN = new Surroundings(
            Set.of("bin", "tree"), Set.of("dingtek/df702"), Set.of("nordend", "innenstadt"), Set.of("B-0001"));

    /** A file without a fault, a line a field where the faults below are. */
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
                    levels:
                      - {at_least: 70, severity: info, word: soon}
                      - {at_least: 85, severity: warning}
                    opens_at: info
                    hysteresis: 10
                    confirm: 2
                    for: PT5M
                due: {info: PT48H}
                verify_within: PT3H
                bundle: nearby
                escalation: usual
                quiet_hours: crews
              - id: soon-full
                kinds: [bin]
                title: {de: Bald voll, en: Soon full}
                when:
                  forecast: {of: full, before: next_round, probability_at_least: 0.6, ends_below: 0.4, levels: [{severity: info}]}
                season: {months: [4, 5, 6]}
                unless_open: [bin-full]
              - id: battery-low
                kinds: [bin, tree]
                title: {de: Batterie schwach, en: Battery low}
                when:
                  any:
                    - threshold: {quantity: battery_level, levels: [{at_most: 20, severity: info}, {at_most: 10, severity: warning}], hysteresis: 10}
                    - event: {kind: battery_low, value: true, ends: {after: P30D}, levels: [{severity: info}]}
                    - threshold:
                        quantity: battery_voltage
                        levels: [{at_most: 3.0, severity: info}]
                        by_profile: {dingtek/df702: {levels: [{at_most: 3.3, severity: info}]}}
              - id: tree-dry
                kinds: [tree]
                title: {de: Trocken, en: Dry}
                when:
                  soil_table:
                    quantity: soil_water_tension
                    rows:
                      - {year: 1, depths: {30cm: {info: 25, warning: 32}}}
                      - {year: 2, depths: {30cm: {info: 62, warning: 80}}}
                    opens_at: warning
              - id: moved
                kinds: [tree]
                title: {de: Bewegt, en: Moved}
                when:
                  moved: {more_than_m: 50, ends_below_m: 30, levels: [{severity: info}]}
              - id: silent
                kinds: [bin]
                title: {de: Stumm, en: Silent}
                when:
                  silence: {intervals: 3, levels: [{severity: info}]}
              - id: water
                kinds: [tree]
                title: {de: Wasser, en: Water}
                when:
                  available_water:
                    quantity: soil_moisture
                    soil_from: soil
                    soils: {sand: [4.5, 12]}
                    levels: [{at_most: 50, severity: info}]
            rounds:
              - {id: street, kinds: [bin], weekdays: [mon], at: "06:00", every_weeks: 1, from: "2026-01-06"}
            bundling:
              - {id: nearby, by: district, at_most: 40, seal: {at_latest: PT24H}, title: {de: "{count} da", en: there}}
            escalations:
              - id: usual
                steps:
                  - {after: PT2H, tell: crew}
                  - {after: PT8H, tell: staff}
            calendars:
              - {id: crews, quiet_hours: {from: "19:00", until: "06:00"}, quiet_days: [sun]}
            occurrences:
              - {kind: emptying, kinds: [bin], quantity: fill_level, fall: 25, at_most: 20, closes: [bin-full]}
            plausibility:
              - {kinds: [bin], quantity: fill_level, jump: {by: 25, back_within: 1}}
            """;

    @Test
    void theFileWithoutAFaultIsRead() {
        assertThat(faults(RULES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // numbers, units, ranges
                "hysteresis: 10⏎          | hysteresis: \"10 %\"⏎        | 13: rules[0].when.threshold.hysteresis"
                        + " '\"10 %\"': not a number; leave out sign and quotes",
                "hysteresis: 10⏎          | hysteresis: -1⏎              | 13: rules[0].when.threshold.hysteresis"
                        + " '-1': must be at least 0",
                "hysteresis: 10⏎          | hysteresis: 75⏎              | 13: rules[0].when.threshold.hysteresis"
                        + " '75': is too large: it would end at -5.0, which no value can reach",
                "at_least: 85             | at_least: 59                | 11:"
                        + " rules[0].when.threshold.levels[1].at_least '59': must be above 70, the level before it",
                "at_least: 85             | at_least: 850               | 11:"
                        + " rules[0].when.threshold.levels[1].at_least '850': no such value is possible",
                "at_least: 85, severity: warning | at_least: 85, severity: info | 11:"
                        + " rules[0].when.threshold.levels[1].severity 'info': must be worse than info, the level before"
                        + " it",
                "at_least: 85, severity: warning | at_most: 85, severity: warning | 11:"
                        + " rules[0].when.threshold.levels[1].at_most '85': all levels of a condition have the same of"
                        + " at_least and at_most, and just one",
                "at_least: 85, severity: warning | severity: warning | 11: rules[0].when.threshold.levels[1].at_least:"
                        + " is missing: at_least or at_most",
                "{at_most: 10, severity: warning} | {at_most: 30, severity: warning} | 33:"
                        + " rules[2].when.any[0].threshold.levels[1].at_most '30': must be below 20, the level before it",
                "severity: info, word: soon | severity: mild, word: soon | 10:"
                        + " rules[0].when.threshold.levels[0].severity 'mild': one of info, warning, urgent, critical",
                "opens_at: info           | opens_at: urgent            | 12: rules[0].when.threshold.opens_at"
                        + " 'urgent': is the severity of none of the levels",
                "confirm: 2               | confirm: 0                  | 14: rules[0].when.threshold.confirm '0':"
                        + " from 1 to 4",
                "confirm: 2               | confirm: 2.5                | 14: rules[0].when.threshold.confirm '2.5':"
                        + " must be a whole number",
                "probability_at_least: 0.6 | probability_at_least: 1.6  | 25:"
                        + " rules[1].when.forecast.probability_at_least '1.6': from 0 to 1",
                "ends_below: 0.4          | ends_below: 0.7             | 25: rules[1].when.forecast.ends_below '0.7':"
                        + " must not be above probability_at_least, 0.6",
                "months: [4, 5, 6]        | months: [4, 5, 13]          | 26: rules[1].season.months[2] '13': a month"
                        + " from 1 to 12",
                "months: [4, 5, 6]        | months: [4, 5, 4]           | 26: rules[1].season.months '[4, 5, 4]': the"
                        + " same is there twice",
                "ends_below_m: 30         | ends_below_m: 80            | 53: rules[4].when.moved.ends_below_m '80':"
                        + " must not be above more_than_m, 50.0",
                "sand: [4.5, 12]          | sand: [14.5, 12]            | 66: rules[6].when.available_water.soils.sand"
                        + " '[14.5, 12]': the wilting point must be below the field capacity",
                "{year: 2, depths         | {year: 1, depths            | 47: rules[3].when.soil_table.rows[1].year"
                        + " '1': must be above 1, the year before it",
                "info: 62, warning: 80    | info: 62, warning: 40       | 47:"
                        + " rules[3].when.soil_table.rows[1].depths.30cm.warning '40': must be at least 62.0, the level"
                        + " before it",
                "opens_at: warning        | opens_at: critical          | 48: rules[3].when.soil_table.opens_at"
                        + " 'critical': is the severity of none of the levels",
                // durations, times, days
                "for: PT5M                | for: 5 min                  | 15: rules[0].when.threshold.for '5 min':"
                        + " must be a duration such as PT30M, PT6H or P2D",
                "verify_within: PT3H      | verify_within: PT           | 17: rules[0].verify_within 'PT': must be a"
                        + " duration such as PT30M, PT6H or P2D",
                "verify_within: PT3H      | verify_within: PT0S         | 17: rules[0].verify_within 'PT0S': must be"
                        + " longer than nothing",
                "at: \"06:00\"            | at: \"6 Uhr\"               | 69: rounds[0].at '\"6 Uhr\"': must be a time"
                        + " of the day such as \"06:00\", in quotes",
                "weekdays: [mon]          | weekdays: [mo]              | 69: rounds[0].weekdays[0] 'mo': one of mon,"
                        + " tue, wed, thu, fri, sat, sun; did you mean 'mon'?",
                "from: \"2026-01-06\"     | from: \"2026-02-30\"        | 69: rounds[0].from '\"2026-02-30\"': is no"
                        + " day of the calendar",
                "every_weeks: 1, from: \"2026-01-06\" | every_weeks: 2  | 69: rounds[0].every_weeks '2': needs 'from',"
                        + " the week from which it counts",
                "until: \"06:00\"         | until: \"19:00\"            | 78: calendars[0].quiet_hours.until"
                        + " '\"19:00\"': must not be the same as from",
                "after: PT8H              | after: PT1H                 | 76: escalations[0].steps[1].after 'PT1H':"
                        + " must not be before the step before it, PT2H",
                // names
                "quantity: fill_level⏎   | quantity: fill-level⏎        | 8: rules[0].when.threshold.quantity"
                        + " 'fill-level': is no known quantity; did you mean 'fill_level'?",
                "work: empty              | work: emtpy                 | 5: rules[0].work 'emtpy': one of empty,"
                        + " water, inspect, repair, extinguish, set_up; did you mean 'empty'?",
                "id: soon-full            | id: Soon Full               | 21: rules[1].id 'Soon Full': must be"
                        + " lower-case letters, digits and '-', at most 63, such as bin-full",
                "id: battery-low          | id: soon-full               | 28: rules[2].id 'soon-full': the rule"
                        + " 'soon-full' is there twice",
                "kinds: [bin, tree]       | kinds: [bin, trees]         | 29: rules[2].kinds[1] 'trees': is no kind of"
                        + " asset; did you mean 'tree'?",
                "bundle: nearby           | bundle: nearbye             | 18: rules[0].bundle 'nearbye': there is no"
                        + " such bundling; did you mean 'nearby'?",
                "escalation: usual        | escalation: fire            | 19: rules[0].escalation 'fire': there is no"
                        + " such escalation",
                "quiet_hours: crews       | quiet_hours: crew           | 20: rules[0].quiet_hours 'crew': there is no"
                        + " such calendar; did you mean 'crews'?",
                "unless_open: [bin-full]  | unless_open: [bin-ful]      | 27: rules[1].unless_open[0] 'bin-ful': there"
                        + " is no such rule; did you mean 'bin-full'?",
                "unless_open: [bin-full]  | unless_open: [soon-full]    | 27: rules[1].unless_open '[soon-full]': the"
                        + " rules give way to each other in a circle",
                "closes: [bin-full]       | closes: [full]              | 80: occurrences[0].closes[0] 'full': there"
                        + " is no such rule",
                "dingtek/df702            | dingtek/df703               | 38:"
                        + " rules[2].when.any[2].threshold.by_profile.dingtek/df703 '{levels: [{at_most: 3.3, severity:"
                        + " info}]}': no such device profile is loaded; did you mean 'dingtek/df702'?",
                // shape
                "confirm: 2               | confrim: 2                  | 14: rules[0].when.threshold.confrim '2': is"
                        + " not known; did you mean 'confirm'?; known are quantity, channels, absolute, levels, opens_at,"
                        + " hysteresis, confirm, for, by_profile",
                "title: {de: Trocken, en: Dry} | title: {de: Trocken}   | 41: rules[3].title.en: is missing",
                "title: {de: Trocken, en: Dry} | title: Trocken         | 41: rules[3].title 'Trocken': must be a"
                        + " mapping of fields",
                "unless_open: [bin-full]  | unless_open: bin-full       | 27: rules[1].unless_open 'bin-full': must be"
                        + " a list, such as [a, b]",
                "before: next_round, prob | prob                        | 25: rules[1].when.forecast '{of: full,"
                        + " probability_at_least: 0.6, ends_below: 0.4, levels: [{severity: info}…': must have either"
                        + " before: next_round or within",
                "silence: {intervals: 3, levels: [{severity: info}]} | for: PT1H | 57: rules[5].when 'for: PT1H': must"
                        + " have just one condition, or several in 'any'; it has []",
                "kinds: [bin]⏎    title: {de: Bald | kinds: [bin]⏎    verify_within: PT1H⏎    title: {de: Bald | 23:"
                        + " rules[1].verify_within 'PT1H': needs 'work': without it there is no order",
                "quantity: fill_level, jump: {by: 25, back_within: 1} | quantity: fill_level | 82: plausibility[0]"
                        + " '{kinds: [bin], quantity: fill_level}': checks nothing; known are valid, jump, stuck, frozen,"
                        + " short_circuit, open_circuit, no_probe, late_clock, out_of_range",
                "{count} da               | {cuont} da                  | 71: bundling[0].title.de '\"{cuont} da\"': nothing"
                        + " is filled into '{cuont}': known are {count}, {count|bin|bins} and {district}",
                "fall: 25, at_most: 20    | fall: 25                    | 80: occurrences[0].at_most: is missing:"
                        + " 'emptying' needs it",
            })
    void refusesAMistakeWithFileLineFieldAndValueAsWritten(String row) {
        List<String> cells = cells(row, 3);
        assertThat(RULES.split(Pattern.quote(cells.get(0)), -1))
                .as("it is there once")
                .hasSize(2);

        assertThat(faults(RULES.replace(cells.get(0), cells.get(1)))).containsExactly("rules/a.yaml:" + cells.get(2));
    }

    @Test
    void whatIsNoYamlOrHasAFieldTwiceIsRefusedWithItsLine() {
        assertThat(faults("rules:\n  - id: [a\n")).singleElement().asString().startsWith("rules/a.yaml:3: (document):");
        assertThat(faults(RULES.replace("confirm: 2", "hysteresis: 5")))
                .singleElement()
                .asString()
                .startsWith("rules/a.yaml:14: (document): found duplicate key hysteresis");
        assertThat(faults("")).containsExactly("rules/a.yaml:0: (document): the file is empty");
        assertThat(faults(RULES.replace("Bald voll", "\"Bald\\0voll\"")))
                .containsExactly("rules/a.yaml:23: rules[1].title.de '\"Bald\\0voll\"': holds the character NUL, which"
                        + " cannot be stored");
    }

    @Test
    void allFaultsAreToldAtOnce() {
        assertThat(faults(
                        RULES.replace("hysteresis: 10\n", "hysteresis: 75\n").replace("bundle: nearby", "bundle: far")))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{rule: bin-ful, change: null} | 2: overrides[0].rule 'bin-ful': there is no such rule; did you mean"
                        + " 'bin-full'?",
                "{rule: bin-full, district: südend, change: null} | 2: overrides[0].district 'südend': is no district"
                        + " of this city",
                "{rule: bin-full, asset: B-9, change: null} | 2: overrides[0].asset 'B-9': is no asset of this city",
                "{rule: bin-full, district: nordend, asset: B-0001, change: null} | 2: overrides[0].asset 'B-0001': is"
                        + " for a district or for an asset, not for both",
                "{rule: bin-full, city: marburg, change: null} | 2: overrides[0].city 'marburg': is not the city of"
                        + " this pack, which is 'fulda'",
                "{district: nordend, change: null} | 2: overrides[0] '{district: nordend, change: null}': must name"
                        + " just one of rule, occurrence, round and plausibility",
                "{rule: bin-full} | 2: overrides[0].change: is missing",
                "{rule: bin-full, change: {when: {threshold: {hysteresis: 75}}}} | 2:"
                        + " overrides[0].change.when.threshold.hysteresis '75': is too large: it would end at -5.0, which"
                        + " no value can reach",
                "{rule: bin-full, change: {when: {threshold: {hysteresys: 5}}}} | 2:"
                        + " overrides[0].change.when.threshold.hysteresys '5': is not known; did you mean 'hysteresis'?;"
                        + " known are quantity, channels, absolute, levels, opens_at, hysteresis, confirm, for,"
                        + " by_profile",
                "{rule: bin-full, change: {title: null}} | 2: overrides[0].change.title 'null': is missing",
                "{rule: bin-full, change: {kinds: [tree]}} | 2: overrides[0].change.kinds '[tree]': stays as it is: an"
                        + " override says how, not what for",
                "{rule: bin-full, change: {bundle: far}} | 2: overrides[0].change.bundle 'far': there is no such"
                        + " bundling",
                "{rule: bin-full, change: {unless_open: [soon-full]}} | 2: overrides[0].change.unless_open"
                        + " '[soon-full]': the rules give way to each other in a circle",
            })
    void anOverrideIsJudgedAsWhatItMakesOfTheRule(String row) {
        List<String> cells = cells(row, 2);
        assertThat(cityFaults("rules/fulda.yaml", "overrides:\n  - " + cells.get(0) + "\n"))
                .containsExactly("rules/fulda.yaml:" + cells.get(1));
    }

    @Test
    void anOverrideOfAnotherCityIsRefusedAndSoAreTwoForOnePlace() {
        assertThat(
                        cityFaults(
                                "rules/fulda.yaml",
                                """
                        overrides:
                          - {rule: bin-full, district: nordend, change: {verify_within: PT4H}}
                          - {rule: bin-full, district: nordend, change: null}
                        """))
                .containsExactly("rules/fulda.yaml:3: overrides[1].rule 'bin-full': is overridden here twice");
    }

    @Test
    void theBaseCannotChangeInAWayThatBreaksACitysOverride() {
        RulePack fulda = read(
                Optional.of("fulda"),
                "rules/fulda.yaml",
                "overrides:\n  - {rule: bin-full, change: {when: {threshold: {hysteresis: 20}}}}\n");
        RulePack base = read(Optional.empty(), "rules/a.yaml", RULES.replace("at_least: 70", "at_least: 15"));

        assertThat(told(new RuleCheck(base, List.of(), fulda.overrideRows("fulda 1.0.0"), KNOWN).faults()))
                .containsExactly(
                        "overrides of fulda: rules/fulda.yaml:2: override.change.when.threshold.hysteresis: is too"
                                + " large: it would end at -5.0, which no value can reach");

        RulePack without = read(Optional.empty(), "rules/a.yaml", "calendars:\n  - {id: none}\n");
        assertThat(told(new RuleCheck(without, List.of(), fulda.overrideRows("fulda 1.0.0"), KNOWN).faults()))
                .containsExactly("overrides of fulda: rules/fulda.yaml:2: override.rule: there is no such rule");
    }

    @Test
    void aRuleBelongsToOnePackAndWhatOthersRestOnStays() {
        RulePack base = read(Optional.empty(), "rules/a.yaml", RULES);
        RulePack second = read(
                Optional.empty(),
                "rules/b.yaml",
                "escalations:\n  - {id: usual, steps: [{after: PT1H, tell: staff}]}\n");
        assertThat(told(new RuleCheck(second, base.rules("base 1.3.0"), List.of(), KNOWN).faults()))
                .containsExactly("rules/b.yaml:2: escalations[0].id 'usual': belongs to blueprint 'base 1.3.0'");

        RulePack user = read(
                Optional.empty(),
                "rules/b.yaml",
                """
                rules:
                  - id: own
                    kinds: [bin]
                    title: {de: Eigene, en: Own}
                    when: {silence: {intervals: 9, levels: [{severity: info}]}}
                    unless_open: [silent]
                """);
        RulePack smaller = read(Optional.empty(), "rules/a.yaml", "calendars:\n  - {id: none}\n");
        assertThat(told(new RuleCheck(smaller, user.rules("second 1.0.0"), List.of(), KNOWN).faults()))
                .containsExactly(
                        "rules of second 1.0.0: rules/b.yaml:2: rule 'own'.unless_open[0]: there is no such rule");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{id: nord, name: {de: Nord, en: North}, work: [emptying]} | 2: crews[0].work[0] 'emptying': one of"
                        + " empty, water, inspect, repair, extinguish, set_up",
                "{id: nord, name: {de: Nord, en: North}, work: [empty], districts: [nordende]} | 2:"
                        + " crews[0].districts[0] 'nordende': is no district of this city; did you mean 'nordend'?",
                "{id: staff, name: {de: Nord, en: North}, work: [empty]} | 2: crews[0].id 'staff': each city has its"
                        + " staff by itself",
                "{id: nord, name: {de: Nord, en: North}, work: [empty], quiet_hours: nights} | 2: crews[0].quiet_hours"
                        + " 'nights': there is no such calendar",
                "{id: nord, name: {de: Nord, en: North}, work: [empty], shifts: [{weekdays: [mon], from: \"06:00\","
                        + " until: \"06:00\"}]} | 2: crews[0].shifts[0].until '\"06:00\"': must not be the same as from",
            })
    void crewsAreCheckedToo(String row) {
        List<String> cells = cells(row, 2);
        assertThat(cityFaults("crews.yaml", "crews:\n  - " + cells.get(0) + "\n"))
                .containsExactly("crews.yaml:" + cells.get(1));
    }

    @Test
    void whatBelongsIntoAnotherFileOrPackIsRefused() {
        assertThat(cityFaults("rules/fulda.yaml", "calendars:\n  - {id: none}\n"))
                .containsExactly(
                        "rules/fulda.yaml:1: calendars '- {id: none}': a city's pack has overrides; a rule of its own"
                                + " belongs into a pack without a city, with only: {cities: [fulda]}");
        assertThat(cityFaults("rules/fulda.yaml", "crews: []\n"))
                .containsExactly("rules/fulda.yaml:1: crews '[]': belongs into crews.yaml");
        assertThat(cityFaults("crews.yaml", "overrides: []\n"))
                .containsExactly("crews.yaml:1: overrides '[]': belongs into rules/*.yaml");
        assertThat(faults("overrides: []\n"))
                .containsExactly("rules/a.yaml:1: overrides '[]': belongs to a city, but blueprint.yaml names none");
    }

    /** The cells of a row of a table; ⏎ is the end of a line. */
    private static List<String> cells(String row, int count) {
        return Stream.of(row.split("\\|", count))
                .map(cell -> cell.strip().replace("⏎", "\n"))
                .toList();
    }

    private static List<String> cityFaults(String file, String text) {
        RulePack base = read(Optional.empty(), "rules/a.yaml", RULES);
        return faults(Optional.of("fulda"), file, text, base.rules("base 1.3.0"));
    }

    private static List<String> faults(String text) {
        return faults(Optional.empty(), "rules/a.yaml", text, List.of());
    }

    private static List<String> faults(Optional<String> city, String file, String text, List<RuleRow> others) {
        RuleFiles files = new RuleFiles(city);
        files.add(file, text);
        List<RuleFault> faults = new ArrayList<>(files.faults());
        faults.addAll(new RuleCheck(files.pack(), others, List.of(), KNOWN).faults());
        return told(faults);
    }

    private static RulePack read(Optional<String> city, String file, String text) {
        RuleFiles files = new RuleFiles(city);
        files.add(file, text);
        assertThat(files.faults()).isEmpty();
        return files.pack();
    }

    private static List<String> told(List<RuleFault> faults) {
        return faults.stream()
                .map(fault -> "%s:%d: %s%s: %s"
                        .formatted(
                                fault.file(),
                                fault.line(),
                                fault.field(),
                                fault.value().isEmpty() ? "" : " '" + fault.value() + "'",
                                fault.reason()))
                .toList();
    }
}
