package de.hexapolis.query.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A rule, or another item of a pack's rules, on the wire. Immutable.
 *
 * @param document as its file says, or as it holds for the asset that was asked for
 * @param overrides those of the caller's cities; where an asset was asked for, the one that holds for it
 */
@Schema(name = "Rule")
public record Rule(
        @Schema(
                        description = "What it is",
                        enumeration = {
                            "rule",
                            "occurrence",
                            "round",
                            "calendar",
                            "escalation",
                            "plausibility",
                            "bundling"
                        })
                String section,
        @Schema(examples = "bin-full") String id,
        @Schema(description = "Pack and its version", examples = "base 1.3.0") String blueprint,
        @Schema(examples = "rules/bins.yaml") String file,
        @Schema(description = "Of the item in its file", examples = "4") int line,
        @Schema(implementation = Object.class) JsonNode document,
        List<RuleOverride> overrides) {
    public Rule {
        overrides = List.copyOf(overrides);
    }

    Rule resolved(RuleOverride nearest) {
        JsonNode merged = nearest.change()
                .map(change -> MergePatch.apply(document, change))
                .orElse(document);
        return new Rule(section, id, blueprint, file, line, merged, List.of(nearest));
    }
}
