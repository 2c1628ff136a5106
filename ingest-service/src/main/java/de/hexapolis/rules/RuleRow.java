package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An item of a pack's rules as it was loaded. Immutable, as long as nobody writes into the document, which nobody may.
 *
 * @param blueprint id and version of the pack, such as {@code base 1.3.0}
 * @param line of the item in its file
 */
public record RuleRow(RuleSection section, String id, String blueprint, String file, int line, JsonNode document) {
    /** The item as it holds where the override does; its document is JSON's null if it does not. */
    RuleRow with(OverrideRow override) {
        String both = blueprint.equals(override.blueprint()) ? blueprint : blueprint + ", " + override.blueprint();
        return new RuleRow(section, id, both, file, line, MergePatch.apply(document, override.change()));
    }
}
