package de.hexapolis.plausibility;

import de.hexapolis.rules.Course;
import de.hexapolis.rules.FlagSpan;
import de.hexapolis.rules.PlausibilityRule;
import de.hexapolis.rules.Quiet;
import de.hexapolis.rules.Sensed;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which readings of an asset's series are not to be believed. Immutable.
 *
 * @param spans by series: those that are open, or end within what is judged anew; a person's are not among them
 * @param quiet by series: values within which no flag changes
 * @param nextAt when one may change though nothing comes; {@link Instant#MAX}: never
 */
public record Flags(Map<Integer, List<FlagSpan>> spans, Map<Integer, Quiet> quiet, Instant nextAt) {
    public Flags {
        spans = Map.copyOf(spans);
        quiet = Map.copyOf(quiet);
    }

    /** How far before {@link Sensed#from()} courses must reach for these checks. */
    public static Duration lookBack(List<PlausibilityRule> rules, Duration interval) {
        int readings = rules.stream()
                .flatMap(rule -> rule.outOfRange().stream())
                .mapToInt(PlausibilityRule.OutOfRange::of)
                .max()
                .orElse(0);
        return interval.multipliedBy(readings);
    }

    public static Flags of(Sensed sensed, List<PlausibilityRule> rules, Past past) {
        Map<Integer, List<FlagSpan>> spans = new HashMap<>();
        Map<Integer, Quiet> quiet = new HashMap<>();
        Instant nextAt = Instant.MAX;
        for (Course course : sensed.courses()) {
            List<FlagSpan> told = new ArrayList<>();
            for (Checked checked : checks(course, sensed, rules, past)) {
                told.addAll(checked.spans());
                quiet.merge(course.seriesId(), checked.quiet(), Quiet::and);
                nextAt = checked.nextAt().isBefore(nextAt) ? checked.nextAt() : nextAt;
            }
            spans.put(course.seriesId(), List.copyOf(told));
        }
        rules.forEach(rule -> rule.frozen().ifPresent(frozen -> narrowTemperatures(frozen, rule, sensed, quiet)));
        return new Flags(spans, quiet, nextAt);
    }

    private static List<Checked> checks(Course course, Sensed sensed, List<PlausibilityRule> rules, Past past) {
        return rules.stream()
                .filter(rule -> isAbout(rule, course))
                .flatMap(rule -> checks(rule, course, sensed, past))
                .flatMap(Optional::stream)
                .toList();
    }

    private static boolean isAbout(PlausibilityRule rule, Course course) {
        return rule.quantity().map(of -> of == course.of().quantity()).orElse(true);
    }

    private static Stream<Optional<Checked>> checks(PlausibilityRule rule, Course course, Sensed sensed, Past past) {
        return Stream.of(
                rule.jump().map(jump -> Jump.check(jump, course, sensed)),
                rule.stuck().map(stuck -> Stuck.check(stuck, course, sensed, past)),
                rule.frozen().flatMap(frozen -> Frozen.temperature(frozen, course, sensed)
                        .map(temperature -> Frozen.check(frozen, course, temperature, sensed))),
                rule.shortCircuit().map(circuit -> Circuit.isShort(circuit, course, sensed, past)),
                rule.openCircuit().map(circuit -> Circuit.isOpen(circuit, course, sensed, past)),
                rule.missingFor().isPresent()
                        ? Optional.of(Probe.check(rule.missingFor().getAsInt(), course, sensed))
                        : Optional.empty(),
                rule.valid().map(valid -> OutOfRange.invalid(valid, course, sensed)),
                rule.outOfRange().map(range -> OutOfRange.check(range, course, sensed)),
                rule.lateClock().map(behind -> LateClock.check(behind, course, sensed)));
    }

    private static void narrowTemperatures(
            PlausibilityRule.Frozen frozen, PlausibilityRule rule, Sensed sensed, Map<Integer, Quiet> quiet) {
        sensed.courses().stream()
                .filter(course -> isAbout(rule, course))
                .flatMap(course -> Frozen.temperature(frozen, course, sensed).stream())
                .forEach(temperature ->
                        quiet.merge(temperature.seriesId(), Frozen.quiet(frozen, temperature), Quiet::and));
    }
}
