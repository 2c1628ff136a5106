package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What a message must fulfil: {@code valid == false}, {@code $port == 7}, {@code Cmd} (is there), {@code !Cmd} (is not
 * there), joined by {@code &&} and {@code ||}. A comparison with a field that is not there is false. Immutable,
 * thread-safe.
 */
@FunctionalInterface
interface Condition {
    boolean holds(JsonNode node, int port);

    /** @throws IllegalArgumentException naming what is no condition */
    static Condition parse(String text) {
        List<Condition> any = Syntax.split(text, "||").stream()
                .map(alternative -> all(Syntax.split(alternative, "&&").stream()
                        .map(Condition::term)
                        .toList()))
                .toList();
        return any.size() == 1 ? any.get(0) : (node, port) -> any.stream().anyMatch(one -> one.holds(node, port));
    }

    /** Fulfilled where all of them are. */
    static Condition all(List<Condition> conditions) {
        return conditions.size() == 1
                ? conditions.get(0)
                : (node, port) -> conditions.stream().allMatch(one -> one.holds(node, port));
    }

    private static Condition term(String text) {
        Optional<Condition> comparison = Comparison.parse(text);
        if (comparison.isPresent()) {
            return comparison.get();
        }
        boolean isNegated = text.startsWith("!");
        FieldPath path = present(isNegated ? text.substring(1).strip() : text);
        return (node, port) -> path.first(node).isMissingNode() == isNegated;
    }

    private static FieldPath present(String text) {
        try {
            return FieldPath.parse(text);
        } catch (IllegalArgumentException fault) {
            throw new IllegalArgumentException(
                    "%s is no condition such as field == 'text', $port == 2, field, !field"
                            .formatted(Excerpt.quoted(text)),
                    fault);
        }
    }
}
