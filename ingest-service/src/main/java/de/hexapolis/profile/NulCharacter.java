package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Finds the character NUL, which JSON and CSV can say but no text and no JSON in PostgreSQL holds. Stateless. */
public final class NulCharacter {
    public static final String REASON = "holds the character NUL, which cannot be stored";

    private NulCharacter() {}

    public static boolean isIn(String text) {
        return text.indexOf('\0') >= 0;
    }

    /** The place of the first text or name that holds one, such as {@code city.name} or {@code kinds[0].kind}. */
    public static Optional<String> place(JsonNode node) {
        return place(node, "");
    }

    private static Optional<String> place(JsonNode node, String here) {
        if (node.isTextual()) {
            return isIn(node.textValue()) ? Optional.of(here) : Optional.empty();
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            Optional<String> found = place(node.path(i), "%s[%d]".formatted(here, i));
            if (found.isPresent()) {
                return found;
            }
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String there = here.isEmpty() ? field.getKey() : here + "." + field.getKey();
            Optional<String> found = isIn(field.getKey()) ? Optional.of(there) : place(field.getValue(), there);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }
}
