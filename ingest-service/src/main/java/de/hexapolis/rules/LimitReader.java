package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.telemetry.Channel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Conditions with limits, from their documents. Stateless. */
final class LimitReader {
    private LimitReader() {}

    static Threshold threshold(JsonNode threshold) {
        List<Level> levels = levels(threshold.path("levels"));
        return new Threshold(
                RuleReader.quantity(threshold.path("quantity").asText()),
                channels(threshold.path("channels")),
                threshold.path("absolute").asBoolean(false),
                direction(threshold.path("levels")),
                levels,
                opensAt(threshold, levels),
                threshold.path("hysteresis").asDouble(0),
                threshold.path("confirm").asInt(1),
                ConditionReader.span(threshold, "for", Duration.ZERO),
                byProfile(threshold.path("by_profile")));
    }

    private static Map<String, Threshold.ProfileLimits> byProfile(JsonNode profiles) {
        Map<String, Threshold.ProfileLimits> limits = new HashMap<>();
        profiles.properties().forEach(entry -> {
            JsonNode profile = entry.getValue();
            limits.put(
                    entry.getKey(),
                    new Threshold.ProfileLimits(
                            levels(profile.path("levels")),
                            profile.has("hysteresis")
                                    ? OptionalDouble.of(
                                            profile.path("hysteresis").asDouble())
                                    : OptionalDouble.empty()));
        });
        return limits;
    }

    static SoilTable soilTable(JsonNode table) {
        List<SoilTable.Row> rows = new ArrayList<>();
        List<Level> every = new ArrayList<>();
        for (JsonNode row : table.path("rows")) {
            Map<Channel, List<Level>> depths = new HashMap<>();
            row.path("depths")
                    .properties()
                    .forEach(depth -> depths.put(new Channel(depth.getKey()), limits(depth.getValue())));
            depths.values().forEach(every::addAll);
            rows.add(new SoilTable.Row(row.path("year").asInt(), depths));
        }
        return new SoilTable(
                RuleReader.quantity(table.path("quantity").asText()),
                rows,
                table.path("depths_needed").asInt(1),
                table.path("hysteresis_percent").asDouble(0),
                ConditionReader.span(table, "for", Duration.ZERO),
                table.path("standing_year_from").asText("planting_year"),
                table.path("unknown_year").asInt(1),
                opensAt(table, every),
                ConditionReader.whole(table, "until_year"));
    }

    /** {@code {info: 25, warning: 32}} from harmless to bad. */
    private static List<Level> limits(JsonNode bySeverity) {
        List<Level> levels = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            if (bySeverity.has(severity.wireName())) {
                levels.add(new Level(bySeverity.path(severity.wireName()).asDouble(), severity));
            }
        }
        return levels;
    }

    static AvailableWater availableWater(JsonNode water) {
        Map<String, AvailableWater.Soil> soils = new HashMap<>();
        water.path("soils")
                .properties()
                .forEach(soil -> soils.put(
                        soil.getKey(),
                        new AvailableWater.Soil(
                                soil.getValue().path(0).asDouble(),
                                soil.getValue().path(1).asDouble())));
        List<Level> levels = levels(water.path("levels"));
        return new AvailableWater(
                RuleReader.quantity(water.path("quantity").asText()),
                water.path("soil_from").asText(),
                soils,
                levels,
                opensAt(water, levels),
                water.path("hysteresis").asDouble(0),
                ConditionReader.span(water, "for", Duration.ZERO));
    }

    static List<Channel> channels(JsonNode names) {
        return RuleReader.texts(names).stream().map(Channel::new).toList();
    }

    private static Direction direction(JsonNode levels) {
        return levels.path(0).has("at_most") ? Direction.AT_MOST : Direction.AT_LEAST;
    }

    private static List<Level> levels(JsonNode levels) {
        List<Level> all = new ArrayList<>();
        for (JsonNode level : levels) {
            all.add(new Level(
                    level.path(level.has("at_most") ? "at_most" : "at_least").asDouble(),
                    RuleReader.severity(level.path("severity").asText()),
                    RuleReader.text(level, "word"),
                    years(level)));
        }
        return all;
    }

    private static OptionalInt years(JsonNode level) {
        return ConditionReader.whole(level, "standing_years_up_to");
    }

    /** The least of the levels, unless it is said. */
    private static Severity opensAt(JsonNode condition, List<Level> levels) {
        return RuleReader.text(condition, "opens_at").map(RuleReader::severity).orElseGet(() -> levels.stream()
                .map(Level::severity)
                .min(Severity::compareTo)
                .orElseThrow());
    }
}
