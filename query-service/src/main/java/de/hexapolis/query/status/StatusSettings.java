package de.hexapolis.query.status;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.query.status.StatusRule.Frost;
import de.hexapolis.query.status.StatusRule.Step;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads the rule of a kind from its settings in the blueprint: {@code status}, {@code standing_years}, {@code frozen},
 * {@code wetting}. A part that is incomplete counts as not there, so that a pack's slip never stops an answer.
 */
final class StatusSettings {
    private StatusSettings() {}

    static StatusRule ruleOf(JsonNode settings) {
        List<Step> steps = new ArrayList<>();
        settings.path("status").forEach(step -> {
            if (step.path("word").isTextual() && step.path("from").isNumber()) {
                steps.add(new Step(
                        step.path("word").textValue(), step.path("from").doubleValue()));
            }
        });
        return new StatusRule(steps, standingYears(settings, steps), frost(settings), wetting(settings));
    }

    private static NavigableMap<Integer, Map<String, List<Step>>> standingYears(JsonNode settings, List<Step> usual) {
        NavigableMap<Integer, Map<String, List<Step>>> years = new TreeMap<>();
        settings.path("standing_years").forEach(year -> {
            Map<String, List<Step>> depths = new HashMap<>();
            year.path("depths")
                    .forEach(depth -> depths.put(depth.path("channel").asText(), steps(depth, usual)));
            years.put(year.path("year").asInt(), depths);
        });
        return years;
    }

    /** The usual steps, beginning where {@code <word>_from} says. */
    private static List<Step> steps(JsonNode depth, List<Step> usual) {
        return usual.stream()
                .map(step ->
                        new Step(step.word(), depth.path(step.word() + "_from").asDouble(step.from())))
                .toList();
    }

    private static Optional<Frost> frost(JsonNode settings) {
        JsonNode frozen = settings.path("frozen");
        return frozen.path("quantity").isTextual() && frozen.path("below").isNumber()
                ? Optional.of(new Frost(frozen.path("below").doubleValue()))
                : Optional.empty();
    }

    private static Optional<Wetting> wetting(JsonNode settings) {
        JsonNode wetting = settings.path("wetting");
        double share = wetting.path("fall_percent").asDouble(-1) / 100;
        if (!(share > 0 && share < 1) || !wetting.path("fall").isNumber()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Wetting(
                    wetting.path("word").asText("watered"),
                    wetting.path("channel").asText(),
                    share,
                    wetting.path("fall").doubleValue(),
                    Duration.parse(wetting.path("within").asText())));
        } catch (DateTimeException noDuration) {
            return Optional.empty();
        }
    }
}
