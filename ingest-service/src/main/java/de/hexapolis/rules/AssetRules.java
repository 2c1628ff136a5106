package de.hexapolis.rules;

import de.hexapolis.calendar.CalendarReader;
import de.hexapolis.calendar.RoundPlan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All that holds for an asset. Immutable. */
record AssetRules(
        List<ResolvedRule> rules,
        List<OccurrenceRule> occurrences,
        List<PlausibilityRule> plausibility,
        List<RoundPlan> rounds) {
    static final AssetRules NONE = new AssetRules(List.of(), List.of(), List.of(), List.of());

    AssetRules {
        rules = List.copyOf(rules);
        occurrences = List.copyOf(occurrences);
        plausibility = List.copyOf(plausibility);
        rounds = List.copyOf(rounds);
    }

    static AssetRules of(Applicable applicable, AssetFacts asset) {
        AssetRules all = read(Stream.of(RuleSection.values())
                .flatMap(section -> applicable.to(asset, section).stream())
                .toList());
        return new AssetRules(
                RuleOrder.of(withoutReplaced(all.rules())), all.occurrences(), all.plausibility(), all.rounds());
    }

    /** @throws IllegalArgumentException if this program does not know what a row says */
    static AssetRules read(List<RuleRow> rows) {
        return new AssetRules(
                read(rows, RuleSection.RULE, RuleReader::read),
                read(rows, RuleSection.OCCURRENCE, SensingReader::occurrence),
                read(rows, RuleSection.PLAUSIBILITY, SensingReader::plausibility),
                read(rows, RuleSection.ROUND, row -> CalendarReader.round(row.document())));
    }

    private static <T> List<T> read(List<RuleRow> rows, RuleSection section, Function<RuleRow, T> reader) {
        return rows.stream().filter(row -> row.section() == section).map(reader).toList();
    }

    /** A rule in whose place another stands does not hold there; its common causes go on with that one. */
    private static List<ResolvedRule> withoutReplaced(List<ResolvedRule> rules) {
        Set<String> replaced = rules.stream()
                .flatMap(rule -> rule.guards().insteadOf().stream())
                .collect(Collectors.toSet());
        return rules.stream()
                .filter(rule -> !replaced.contains(rule.id()))
                .map(rule -> heir(rule, rules))
                .toList();
    }

    private static ResolvedRule heir(ResolvedRule rule, List<ResolvedRule> rules) {
        Optional<ResolvedRule> before = rule.guards().insteadOf().flatMap(id -> rules.stream()
                .filter(other -> other.id().equals(id))
                .findFirst());
        return before.filter(other -> rule.correlate().isEmpty())
                .map(other -> new ResolvedRule(
                        rule.id(),
                        rule.edition(),
                        rule.blueprint(),
                        rule.document(),
                        rule.title(),
                        rule.when(),
                        rule.handling(),
                        rule.guards(),
                        other.correlate()))
                .orElse(rule);
    }

    Duration lookBack(Duration interval) {
        Duration few = interval.multipliedBy(3);
        Stream<Duration> conditions = rules.stream().map(rule -> rule.when().lookBack(interval));
        Stream<Duration> wettings = occurrences.stream()
                .filter(WettingRule.class::isInstance)
                .map(rule -> ((WettingRule) rule).within().plus(few));
        return Stream.concat(Stream.concat(conditions, wettings), Stream.of(few))
                .max(Duration::compareTo)
                .orElse(few);
    }

    Duration lookBackOfSignals() {
        return rules.stream()
                .map(rule -> rule.when().lookBackOfSignals())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }
}
