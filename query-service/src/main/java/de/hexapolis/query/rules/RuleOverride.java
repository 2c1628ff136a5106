package de.hexapolis.query.rules;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What differs from a rule in a city, in a district, or at an asset. Immutable.
 *
 * @param change a merge patch (RFC 7386); empty: the rule does not hold there
 */
@Schema(name = "RuleOverride")
public record RuleOverride(
        @Schema(examples = "fulda") String city,
        @Schema(examples = "innenstadt") Optional<String> district,
        @Schema(description = "The asset's reference", examples = "B-0003") Optional<String> asset,
        @Schema(examples = "fulda 1.1.0") String blueprint,
        @Schema(examples = "rules/fulda.yaml") String file,
        @Schema(examples = "4") int line,
        @Schema(description = "Whether the rule is switched off there") boolean off,
        @Schema(description = "Merge patch (RFC 7386)", implementation = Object.class) Optional<JsonNode> change) {

    /** 3 for an asset's, 2 for a district's, 1 for a city's: the nearest holds. */
    @JsonIgnore
    int nearness() {
        return asset.isPresent() ? 3 : district.isPresent() ? 2 : 1;
    }
}
