package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.Quantity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.DoublePredicate;

/** Whether what stands under {@code when} makes sense. Immutable. */
record ConditionCheck(Set<String> profiles) {
    void check(JsonNode when, Tell tell) {
        List<String> names = ConditionReader.namesIn(when);
        if (names.size() != 1) {
            tell.at("", "must have just one condition, or several in 'any'; it has " + names);
            return;
        }
        String name = names.get(0);
        if (when.has("for") && !ConditionReader.isSampled(name)) {
            tell.at("for", "is for conditions on readings, events and positions, not for '%s'".formatted(name));
        }
        JsonNode condition = when.path(name);
        Tell below = tell.below(name);
        switch (name) {
            case "threshold" -> threshold(condition, below);
            case "soil_table" -> soilTable(condition, below);
            case "available_water" -> availableWater(condition, below);
            case "rise" -> rise(condition, below);
            case "forecast" -> forecast(condition, below);
            case "moved" -> moved(condition, below);
            case "any" -> any(condition, below);
            default -> {}
        }
    }

    private void any(JsonNode conditions, Tell tell) {
        for (int i = 0; i < conditions.size(); i++) {
            check(conditions.path(i), tell.below("[%d]".formatted(i)));
        }
    }

    private void threshold(JsonNode threshold, Tell tell) {
        LevelCheck.channels(threshold.path("channels"), tell.below("channels"));
        Optional<Quantity> quantity = LevelCheck.quantity(threshold, "quantity", tell);
        boolean absolute = threshold.path("absolute").asBoolean(false);
        DoublePredicate isPossible = value ->
                quantity.map(of -> of.admits(value) && !(absolute && value < 0)).orElse(true);
        double hysteresis = threshold.path("hysteresis").asDouble(0);
        LevelCheck.levels(threshold, threshold.path("levels"), hysteresis, isPossible, tell);
        for (Map.Entry<String, JsonNode> profile : threshold.path("by_profile").properties()) {
            Tell here = tell.below("by_profile." + profile.getKey());
            JsonNode own = profile.getValue();
            if (!profiles.contains(profile.getKey())) {
                here.at("", "no such device profile is loaded" + Similar.hint(profile.getKey(), profiles));
            }
            JsonNode levels = own.has("levels") ? own.path("levels") : threshold.path("levels");
            LevelCheck.levels(threshold, levels, own.path("hysteresis").asDouble(hysteresis), isPossible, here);
            if (levels.path(0).has("at_most")
                    != threshold.path("levels").path(0).has("at_most")) {
                here.at("levels", "must be on the same side as the other levels, at_least or at_most");
            }
        }
    }

    private static void soilTable(JsonNode table, Tell tell) {
        Optional<Quantity> quantity = LevelCheck.quantity(table, "quantity", tell);
        String opensAt = table.path("opens_at").asText();
        boolean opens = opensAt.isEmpty();
        int before = 0;
        for (int i = 0; i < table.path("rows").size(); i++) {
            JsonNode row = table.path("rows").path(i);
            Tell here = tell.below("rows[%d]".formatted(i));
            if (row.path("year").asInt() <= before) {
                here.at("year", "must be above %d, the year before it".formatted(before));
            }
            before = row.path("year").asInt();
            for (Map.Entry<String, JsonNode> depth : row.path("depths").properties()) {
                limits(depth.getKey(), depth.getValue(), quantity, here.below("depths." + depth.getKey()));
                opens |= depth.getValue().has(opensAt);
            }
        }
        if (!opens) {
            tell.at("opens_at", "is the severity of none of the levels");
        }
    }

    private static void limits(String channel, JsonNode limits, Optional<Quantity> quantity, Tell tell) {
        if (!Channel.isChannel(channel)) {
            tell.at("", "is no channel: letters, digits, '.', '_' and '-', such as 30cm");
        }
        double least = 0;
        for (Severity severity : Severity.values()) {
            JsonNode limit = limits.path(severity.wireName());
            if (limit.isNumber() && limit.asDouble() < least) {
                tell.at(severity.wireName(), "must be at least %s, the level before it".formatted(least));
            }
            if (limit.isNumber()
                    && !quantity.map(of -> of.admits(limit.asDouble())).orElse(true)) {
                tell.at(severity.wireName(), "no such value is possible");
            }
            least = limit.asDouble(least);
        }
    }

    private static void availableWater(JsonNode water, Tell tell) {
        LevelCheck.quantity(water, "quantity", tell);
        water.path("soils").properties().forEach(soil -> {
            if (soil.getValue().path(0).asDouble() >= soil.getValue().path(1).asDouble()) {
                tell.at("soils." + soil.getKey(), "the wilting point must be below the field capacity");
            }
        });
        DoublePredicate isPossible = percent -> percent >= 0 && percent <= 100;
        LevelCheck.levels(water, water.path("levels"), water.path("hysteresis").asDouble(0), isPossible, tell);
        if (water.path("levels").path(0).has("at_least")) {
            tell.at("levels[0].at_least", "must be at_most: a soil with much water is no trouble");
        }
    }

    private static void rise(JsonNode rise, Tell tell) {
        Optional<Quantity> quantity = LevelCheck.quantity(rise, "quantity", tell);
        JsonNode least = rise.path("at_least_from");
        if (least.isNumber() && !quantity.map(of -> of.admits(least.asDouble())).orElse(true)) {
            tell.at("at_least_from", "no such value is possible");
        }
    }

    private static void forecast(JsonNode forecast, Tell tell) {
        double probability = forecast.path("probability_at_least").asDouble();
        if (forecast.path("ends_below").asDouble(probability) > probability) {
            tell.at("ends_below", "must not be above probability_at_least, %s".formatted(probability));
        }
        if (forecast.has("before") == forecast.has("within")) {
            tell.at("", "must have either before: next_round or within");
        } else if (forecast.has("before") && !forecast.path("of").asText().equals("full")) {
            tell.at("before", "rounds empty bins; 'dry' has within");
        }
    }

    private static void moved(JsonNode moved, Tell tell) {
        double metres = moved.path("more_than_m").asDouble();
        if (moved.path("ends_below_m").asDouble(metres) > metres) {
            tell.at("ends_below_m", "must not be above more_than_m, %s".formatted(metres));
        }
    }
}
