package de.hexapolis.rules;

import de.hexapolis.profile.ProfileProblem;
import de.hexapolis.profile.YamlDocument;
import java.util.Optional;

/**
 * Where something was written: in a document at hand, or in one that was loaded before. Immutable.
 *
 * @param document empty: it was loaded before
 * @param line of the item, where the document is not at hand
 * @param place of the item, such as {@code rules[0]}; empty: the document as a whole
 */
record Written(Optional<YamlDocument> document, String file, int line, String place) {
    static Written in(YamlDocument document, String file, String place) {
        return new Written(
                Optional.of(document), file, document.problem(place, "").line(), place);
    }

    /** By another pack, which is named before the file. */
    static Written before(String blueprint, String file, int line, String place) {
        return new Written(Optional.empty(), "%s: %s".formatted(blueprint, file), line, place);
    }

    Written inner(String field) {
        return new Written(document, file, line, inside(field));
    }

    /** @param field within the item, such as {@code when.threshold.levels[2].at_least}; empty: the item */
    RuleFault fault(String field, String reason) {
        String at = inside(field);
        if (document.isEmpty()) {
            return new RuleFault(file, line, at, "", reason);
        }
        ProfileProblem problem = document.get().problem(at, reason);
        return new RuleFault(
                file, problem.line(), problem.field(), document.get().text(at), reason);
    }

    private String inside(String field) {
        if (field.isEmpty() || place.isEmpty()) {
            return place + field;
        }
        return field.startsWith("[") ? place + field : place + "." + field;
    }
}
