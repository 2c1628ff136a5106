package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;

/** Which sections can be overridden. Stateless. */
final class OverrideTarget {
    private OverrideTarget() {}

    /** Those that an override names; it must be one. */
    static List<RuleSection> of(JsonNode override) {
        return Stream.of(RuleSection.RULE, RuleSection.OCCURRENCE, RuleSection.ROUND, RuleSection.PLAUSIBILITY)
                .filter(section -> override.has(section.wireName()))
                .toList();
    }
}
