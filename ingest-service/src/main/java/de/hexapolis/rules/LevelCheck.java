package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.Quantity;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.stream.Stream;

/** Whether limits make sense: in order, possible, and left behind again. Stateless. */
final class LevelCheck {
    private static final List<String> QUANTITIES =
            Stream.of(Quantity.values()).map(Quantity::wireName).toList();

    private LevelCheck() {}

    /** The quantity of a field; empty, and told, if there is no such quantity. */
    static Optional<Quantity> quantity(JsonNode node, String field, Tell tell) {
        Optional<Quantity> quantity = Quantity.named(node.path(field).asText());
        if (quantity.isEmpty()) {
            tell.at(
                    field,
                    "is no known quantity" + Similar.hint(node.path(field).asText(), QUANTITIES));
        }
        return quantity;
    }

    static void channels(JsonNode names, Tell tell) {
        for (int i = 0; i < names.size(); i++) {
            if (!Channel.isChannel(names.path(i).asText())) {
                tell.at("[%d]".formatted(i), "is no channel: letters, digits, '.', '_' and '-', such as 30cm");
            }
        }
    }

    /**
     * Levels with limits.
     *
     * @param isPossible whether a value can occur at all
     * @param hysteresis behind the level that opens
     */
    static void levels(JsonNode condition, JsonNode levels, double hysteresis, DoublePredicate isPossible, Tell tell) {
        String side = levels.path(0).has("at_most") ? "at_most" : "at_least";
        String other = side.equals("at_most") ? "at_least" : "at_most";
        for (int i = 0; i < levels.size(); i++) {
            JsonNode level = levels.path(i);
            Tell here = tell.below("levels[%d]".formatted(i));
            if (level.has(other)) {
                here.at(other, "all levels of a condition have the same of at_least and at_most, and just one");
            } else if (!level.has(side)) {
                here.at(side, "is missing: at_least or at_most");
            } else if (!isPossible.test(level.path(side).asDouble())) {
                here.at(side, "no such value is possible");
            }
            if (i > 0) {
                order(levels.path(i - 1), level, side, here);
            }
        }
        opening(condition, levels, side, hysteresis, isPossible, tell);
    }

    private static void order(JsonNode before, JsonNode level, String side, Tell tell) {
        double last = before.path(side).asDouble();
        double limit = level.path(side).asDouble();
        boolean rises = side.equals("at_least");
        if (level.has(side) && before.has(side) && (rises ? limit <= last : limit >= last)) {
            tell.at(side, "must be %s %s, the level before it".formatted(rises ? "above" : "below", before.path(side)));
        }
        if (severity(level).compareTo(severity(before)) <= 0) {
            tell.at(
                    "severity",
                    "must be worse than %s, the level before it"
                            .formatted(severity(before).wireName()));
        }
    }

    private static void opening(
            JsonNode condition,
            JsonNode levels,
            String side,
            double hysteresis,
            DoublePredicate isPossible,
            Tell tell) {
        String opensAt = condition
                .path("opens_at")
                .asText(levels.path(0).path("severity").asText());
        for (JsonNode level : levels) {
            if (level.path("severity").asText().equals(opensAt)) {
                double limit = level.path(side).asDouble();
                double end = side.equals("at_least") ? limit - hysteresis : limit + hysteresis;
                if (level.has(side) && isPossible.test(limit) && !isPossible.test(end)) {
                    tell.at("hysteresis", "is too large: it would end at %s, which no value can reach".formatted(end));
                }
                return;
            }
        }
        tell.at("opens_at", "is the severity of none of the levels");
    }

    private static Severity severity(JsonNode level) {
        return RuleReader.severity(level.path("severity").asText());
    }
}
