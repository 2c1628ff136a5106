package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A rule as it holds for an asset: the pack's, with the nearest override merged over it. Immutable.
 *
 * @param edition the first 16 hexadecimal digits of the SHA-256 of the document: what an alert names
 * @param blueprint id and version of the pack, such as {@code base 1.3.0}
 * @param document as merged
 * @param correlate common causes that are told once instead of once an asset
 */
public record ResolvedRule(
        String id,
        String edition,
        String blueprint,
        JsonNode document,
        Names title,
        Condition when,
        Handling handling,
        Guards guards,
        List<CommonCause> correlate) {
    public ResolvedRule {
        correlate = List.copyOf(correlate);
    }

    /** The rule by which the silence of a common cause is told. */
    public ResolvedRule toldAt(CommonCause cause) {
        JsonNode itself = document;
        for (JsonNode one : document.path("correlate")) {
            itself = one.path("id").asText().equals(cause.ruleId()) ? one : itself;
        }
        Guards none = new Guards(Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        return new ResolvedRule(
                cause.ruleId(), Edition.of(itself), blueprint, itself, cause.title(), when, handling, none, List.of());
    }
}
