package de.hexapolis.rules;

import de.hexapolis.calendar.CalendarReader;
import de.hexapolis.calendar.QuietHours;
import de.hexapolis.telemetry.CityId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All rules of a version, and what holds for an asset. Thread-safe; what it says never changes, it only remembers what it
 * has resolved.
 */
public final class RuleBook implements OrderPlan {
    /** Without any rule: nothing is told. */
    public static final RuleBook EMPTY = of(List.of(), List.of(), List.of());

    private final Applicable applicable;
    private final List<CrewRow> crews;
    private final Map<String, Bundling> bundlings;
    private final Map<String, Escalation> escalations;
    private final Map<String, QuietHours> calendars;
    private final List<ResolvedRule> all;
    private final Map<Applicable.Place, AssetRules> resolved = new ConcurrentHashMap<>();

    private RuleBook(List<RuleRow> rules, List<OverrideRow> overrides, List<CrewRow> crews) {
        this.applicable = new Applicable(rules, overrides);
        this.crews = crews.stream()
                .sorted(Comparator.comparingInt(CrewRow::place).thenComparing(CrewRow::crew))
                .toList();
        this.bundlings = byId(rules, RuleSection.BUNDLING, PlanReader::bundling);
        this.escalations = byId(rules, RuleSection.ESCALATION, PlanReader::escalation);
        this.calendars = byId(rules, RuleSection.CALENDAR, row -> CalendarReader.quietHours(row.document()));
        this.all = readAll(rules, overrides);
    }

    /** @throws IllegalArgumentException if this program cannot read a row, because a newer one has stored it */
    public static RuleBook of(List<RuleRow> rules, List<OverrideRow> overrides, List<CrewRow> crews) {
        return new RuleBook(rules, overrides, crews);
    }

    private static <T> Map<String, T> byId(List<RuleRow> rows, RuleSection section, Function<RuleRow, T> reader) {
        return rows.stream()
                .filter(row -> row.section() == section)
                .collect(Collectors.toUnmodifiableMap(RuleRow::id, reader));
    }

    /** Reads everything once, so that what cannot be read is found now and not when an asset is judged. */
    private static List<ResolvedRule> readAll(List<RuleRow> rows, List<OverrideRow> overrides) {
        List<RuleRow> merged = new ArrayList<>(rows);
        for (OverrideRow override : overrides) {
            rows.stream()
                    .filter(row ->
                            row.section() == override.section() && row.id().equals(override.id()))
                    .map(row -> row.with(override))
                    .filter(row -> !row.document().isNull())
                    .forEach(merged::add);
        }
        AssetRules.read(merged);
        return rows.stream()
                .filter(row -> row.section() == RuleSection.RULE)
                .map(RuleReader::read)
                .toList();
    }

    /** The rules that hold for an asset, each after those that it gives way to. None for a retired one. */
    public List<ResolvedRule> rulesFor(AssetFacts asset) {
        return resolved(asset).rules();
    }

    public List<OccurrenceRule> occurrencesFor(AssetFacts asset) {
        return resolved(asset).occurrences();
    }

    public List<PlausibilityRule> plausibilityFor(AssetFacts asset) {
        return resolved(asset).plausibility();
    }

    /** When the next planned round passes the asset; empty: none is planned. */
    public Optional<Instant> nextRound(AssetFacts asset, Instant after) {
        return resolved(asset).rounds().stream()
                .flatMap(round -> round.next(after, asset.zone()).stream())
                .min(Instant::compareTo);
    }

    /**
     * How far before the first new reading the asset's courses must reach.
     *
     * @param interval at which its slowest device reports
     */
    public Duration lookBack(AssetFacts asset, Duration interval) {
        return resolved(asset).lookBack(interval);
    }

    /** How far before the first new reading the asset's events and positions must reach. */
    public Duration lookBackOfSignals(AssetFacts asset) {
        return resolved(asset).lookBackOfSignals();
    }

    /** All rules as their packs say, without overrides: what is told of sources and gateways rests on these. */
    public List<ResolvedRule> rules() {
        return all;
    }

    /** The quiet hours of this name; never quiet where there are none. */
    public QuietHours quietHours(String id) {
        return calendars.getOrDefault(id, QuietHours.NONE);
    }

    private AssetRules resolved(AssetFacts asset) {
        if (asset.retired()) {
            return AssetRules.NONE;
        }
        return resolved.computeIfAbsent(applicable.placeOf(asset), place -> AssetRules.of(applicable, asset));
    }

    @Override
    public Optional<CrewKey> crewFor(CityId city, Optional<String> district, Work work) {
        return crews.stream()
                .filter(crew -> crew.city().equals(city.value()) && crew.takes(district.orElse(""), work))
                .findFirst()
                .map(crew -> new CrewKey(city, crew.crew()));
    }

    @Override
    public Optional<Bundling> bundlingOf(ResolvedRule rule) {
        return rule.handling().bundle().map(bundlings::get);
    }

    @Override
    public Optional<Escalation> escalationOf(ResolvedRule rule) {
        return rule.handling().escalation().map(escalations::get);
    }

    @Override
    public Optional<Instant> due(ResolvedRule rule, Severity severity, Instant from) {
        return Optional.ofNullable(rule.handling().due().get(severity)).map(from::plus);
    }
}
