package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

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
}
