package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.Quantity;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether occurrences and checks of plausibility make sense. Stateless. */
final class SensingCheck {
    private static final List<String> OF_EMPTYING = List.of("at_most");
    private static final List<String> OF_WETTING = List.of("channel", "fall_percent", "within", "rain");
    private static final List<String> OF_SERIES =
            List.of("valid", "jump", "stuck", "frozen", "short_circuit", "open_circuit", "no_probe");
    private static final List<String> OF_DEVICES = List.of("late_clock", "out_of_range");

    private SensingCheck() {}

    static void occurrence(JsonNode occurrence, Tell tell) {
        Optional<Quantity> quantity = LevelCheck.quantity(occurrence, "quantity", tell);
        String kind = occurrence.path("kind").asText();
        boolean emptying = kind.equals("emptying");
        needs(occurrence, emptying ? OF_EMPTYING : OF_WETTING, kind, tell);
        Stream.concat(
                        (emptying ? OF_WETTING : OF_EMPTYING).stream(),
                        (emptying ? List.of("reaches") : List.of("closes", "confirm")).stream())
                .filter(occurrence::has)
                .forEach(field -> tell.at(field, "is not for '%s'".formatted(kind)));
        if (occurrence.has("channel")
                && !Channel.isChannel(occurrence.path("channel").asText())) {
            tell.at("channel", "is no channel: letters, digits, '.', '_' and '-', such as 30cm");
        }
        LevelCheck.channels(occurrence.path("reaches"), tell.below("reaches"));
        possible(occurrence, "at_most", quantity, tell);
    }

    private static void needs(JsonNode item, List<String> fields, String kind, Tell tell) {
        fields.stream()
                .filter(field -> !item.has(field))
                .forEach(field -> tell.at(field, "is missing: '%s' needs it".formatted(kind)));
    }

    static void plausibility(JsonNode check, Tell tell) {
        if (Stream.concat(OF_SERIES.stream(), OF_DEVICES.stream()).noneMatch(check::has)) {
            tell.at(
                    "",
                    "checks nothing; known are %s, %s"
                            .formatted(String.join(", ", OF_SERIES), String.join(", ", OF_DEVICES)));
        }
        Optional<Quantity> quantity =
                check.has("quantity") ? LevelCheck.quantity(check, "quantity", tell) : Optional.empty();
        if (!check.has("quantity")) {
            OF_SERIES.stream().filter(check::has).forEach(field -> tell.at(field, "needs 'quantity'"));
        }
        JsonNode valid = check.path("valid");
        if (valid.path("from").asDouble() >= valid.path("to").asDouble(Double.POSITIVE_INFINITY)) {
            tell.at("valid.to", "must be above from");
        }
        if (check.has("frozen")) {
            LevelCheck.quantity(check.path("frozen"), "quantity", tell.below("frozen"));
        }
        possible(check.path("short_circuit"), "at_most", quantity, tell.below("short_circuit"));
        possible(check.path("open_circuit"), "at_least", quantity, tell.below("open_circuit"));
        List.of("stuck", "short_circuit", "open_circuit").forEach(field -> lasts(check.path(field), tell.below(field)));
        JsonNode range = check.path("out_of_range");
        if (range.path("at_least").asInt() > range.path("of").asInt()) {
            tell.at("out_of_range.at_least", "must not be above of");
        }
    }

    private static void lasts(JsonNode check, Tell tell) {
        if (check.has("for") && Duration.parse(check.path("for").asText()).isZero()) {
            tell.at("for", "must be longer than nothing");
        }
    }

    private static void possible(JsonNode item, String field, Optional<Quantity> quantity, Tell tell) {
        if (item.has(field)
                && !quantity.map(of -> of.admits(item.path(field).asDouble())).orElse(true)) {
            tell.at(field, "no such value is possible");
        }
    }
}
