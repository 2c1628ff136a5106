package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.telemetry.Channel;
import java.time.Duration;
import java.time.Month;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Occurrences and checks of plausibility from their documents. Stateless; refuses what it does not know. */
final class SensingReader {
    private SensingReader() {}

    static OccurrenceRule occurrence(RuleRow row) {
        JsonNode document = row.document();
        return switch (document.path("kind").asText()) {
            case "emptying" -> emptying(document);
            case "wetting" -> wetting(document);
            default -> throw new IllegalArgumentException("not an occurrence: " + row.id());
        };
    }

    private static EmptyingRule emptying(JsonNode document) {
        return new EmptyingRule(
                RuleReader.texts(document.path("kinds")),
                RuleReader.quantity(document.path("quantity").asText()),
                document.path("fall").asDouble(),
                document.path("at_most").asDouble(),
                document.path("confirm").asInt(1),
                RuleReader.texts(document.path("closes")));
    }

    private static WettingRule wetting(JsonNode document) {
        JsonNode rain = document.path("rain");
        return new WettingRule(
                RuleReader.texts(document.path("kinds")),
                RuleReader.quantity(document.path("quantity").asText()),
                new Channel(document.path("channel").asText()),
                document.path("fall_percent").asDouble(),
                document.path("fall").asDouble(),
                Duration.parse(document.path("within").asText()),
                LimitReader.channels(document.path("reaches")),
                new WettingRule.Rain(
                        rain.path("share").asDouble(),
                        rain.path("at_least").asInt(),
                        Duration.parse(rain.path("within").asText())));
    }

    static PlausibilityRule plausibility(RuleRow row) {
        JsonNode document = row.document();
        return new PlausibilityRule(
                row.id(),
                RuleReader.texts(document.path("kinds")),
                RuleReader.text(document, "quantity").map(RuleReader::quantity),
                check(document, "jump", SensingReader::jump),
                check(document, "stuck", stuck -> new PlausibilityRule.Stuck(lasts(stuck), months(stuck))),
                check(document, "frozen", SensingReader::frozen),
                check(document, "short_circuit", circuit -> circuit(circuit, "at_most")),
                check(document, "open_circuit", circuit -> circuit(circuit, "at_least")),
                ConditionReader.whole(document.path("no_probe"), "missing_for"),
                check(
                        document,
                        "valid",
                        valid -> new PlausibilityRule.Valid(
                                valid.path("from").asDouble(), valid.path("to").asDouble())),
                check(
                        document,
                        "out_of_range",
                        range -> new PlausibilityRule.OutOfRange(
                                range.path("of").asInt(), range.path("at_least").asInt())),
                check(
                        document,
                        "late_clock",
                        clock -> Duration.parse(clock.path("behind").asText())));
    }

    private static <T> Optional<T> check(JsonNode document, String field, Function<JsonNode, T> reader) {
        return document.has(field) ? Optional.of(reader.apply(document.path(field))) : Optional.empty();
    }

    private static PlausibilityRule.Jump jump(JsonNode jump) {
        return new PlausibilityRule.Jump(
                jump.path("by").asDouble(),
                jump.has("factor") ? OptionalDouble.of(jump.path("factor").asDouble()) : OptionalDouble.empty(),
                jump.path("back_within").asInt());
    }

    private static PlausibilityRule.Frozen frozen(JsonNode frozen) {
        return new PlausibilityRule.Frozen(
                RuleReader.quantity(frozen.path("quantity").asText()),
                frozen.path("below").asDouble());
    }

    private static PlausibilityRule.Circuit circuit(JsonNode circuit, String limit) {
        return new PlausibilityRule.Circuit(circuit.path(limit).asDouble(), lasts(circuit), months(circuit));
    }

    private static Duration lasts(JsonNode check) {
        return Duration.parse(check.path("for").asText());
    }

    private static Set<Month> months(JsonNode check) {
        return RuleReader.texts(check.path("months")).stream()
                .map(month -> Month.of(Integer.parseInt(month)))
                .collect(Collectors.toSet());
    }
}
