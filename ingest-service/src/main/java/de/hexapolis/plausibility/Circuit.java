package de.hexapolis.plausibility;

import de.hexapolis.rules.Course;
import de.hexapolis.rules.Happening;
import de.hexapolis.rules.PlausibilityRule;
import de.hexapolis.rules.Sensed;
import java.time.Instant;
import java.util.Comparator;
import java.util.Set;

/** A probe that shows one end of its range for too long: short-circuited, or its wire is broken. */
final class Circuit {
    private static final Set<String> WET = Set.of("wetting", "watering", "rain");

    private Circuit() {}

    /** Wet soil shows the same for a while after water came. */
    static Checked isShort(PlausibilityRule.Circuit rule, Course course, Sensed sensed, Past past) {
        Instant wetted = sensed.happenings().stream()
                .filter(happening -> !happening.removed() && WET.contains(happening.kind()))
                .map(Happening::at)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        return new Lasting("short_circuit", Double.NEGATIVE_INFINITY, rule.limit(), rule.lasts(), rule.months(), wetted)
                .check(course, sensed, past);
    }

    static Checked isOpen(PlausibilityRule.Circuit rule, Course course, Sensed sensed, Past past) {
        return new Lasting(
                        "open_circuit",
                        rule.limit(),
                        Double.POSITIVE_INFINITY,
                        rule.lasts(),
                        rule.months(),
                        Instant.MIN)
                .check(course, sensed, past);
    }
}
