package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Function;

/** What stands under {@code when}, from its document. Stateless; refuses what it does not know. */
final class ConditionReader {
    /** Conditions on what was sensed, of which {@code any} may have several. */
    private static final Map<String, Function<JsonNode, Sampled>> SAMPLED = Map.of(
            "threshold", LimitReader::threshold,
            "soil_table", LimitReader::soilTable,
            "available_water", LimitReader::availableWater,
            "rise", ConditionReader::rise,
            "event", ConditionReader::event,
            "moved", ConditionReader::moved,
            "any", ConditionReader::any);

    /** Conditions on time and on what others have told. */
    private static final Map<String, Function<JsonNode, Condition>> OTHERS = Map.of(
            "silence", ConditionReader::silence,
            "forecast", ConditionReader::forecast,
            "flag", ConditionReader::flag,
            "plan", ConditionReader::plan);

    private ConditionReader() {}

    /** The names of conditions in {@code when}, of which there is just one. */
    static List<String> namesIn(JsonNode when) {
        return RuleReader.fields(when).stream()
                .filter(name -> SAMPLED.containsKey(name) || OTHERS.containsKey(name))
                .toList();
    }

    static boolean isSampled(String name) {
        return SAMPLED.containsKey(name);
    }

    static Condition read(JsonNode when) {
        Condition condition = one(when);
        if (!when.has("for") && !when.has("not_within") && !when.has("only_if")) {
            return condition;
        }
        JsonNode notWithin = when.path("not_within");
        return new Narrowed(
                condition,
                span(when, "for", Duration.ZERO),
                when.has("not_within")
                        ? Optional.of(new Narrowed.NotWithin(
                                notWithin.path("of").asText(), span(notWithin, "span", Duration.ZERO)))
                        : Optional.empty(),
                whole(when.path("only_if"), "standing_years_over"));
    }

    private static Condition one(JsonNode when) {
        List<String> names = namesIn(when);
        if (names.size() != 1) {
            throw new IllegalArgumentException("not just one condition that is known: " + names);
        }
        JsonNode document = when.path(names.get(0));
        Function<JsonNode, Sampled> sampled = SAMPLED.get(names.get(0));
        if (sampled != null) {
            return sampled.apply(document);
        }
        return Objects.requireNonNull(OTHERS.get(names.get(0))).apply(document);
    }

    private static Any any(JsonNode conditions) {
        List<Sampled> all = new ArrayList<>();
        for (JsonNode when : conditions) {
            if (!(one(when) instanceof Sampled sampled)) {
                throw new IllegalArgumentException("'any' is of conditions on what was sensed, not of " + when);
            }
            all.add(sampled);
        }
        return new Any(all);
    }

    private static Rise rise(JsonNode rise) {
        return new Rise(
                RuleReader.quantity(rise.path("quantity").asText()),
                rise.path("by").asDouble(),
                span(rise, "within", Duration.ZERO),
                rise.path("at_least_from").asDouble(Double.NEGATIVE_INFINITY),
                span(rise, "ends_after", Duration.ZERO),
                severity(rise));
    }

    private static EventHeld event(JsonNode event) {
        JsonNode ends = event.path("ends");
        return new EventHeld(
                event.path("kind").asText(),
                event.path("value"),
                ends.has("value") ? Optional.of(ends.path("value")) : Optional.empty(),
                span(ends, "after", Duration.ZERO),
                severity(event));
    }

    private static Moved moved(JsonNode moved) {
        double metres = moved.path("more_than_m").asDouble();
        return new Moved(
                metres,
                moved.path("plus_accuracy").asBoolean(false),
                moved.path("ends_below_m").asDouble(metres),
                moved.path("confirm").asInt(1),
                severity(moved));
    }

    private static Silence silence(JsonNode silence) {
        return new Silence(
                silence.path("intervals").asInt(),
                span(silence, "at_least", Duration.ZERO),
                span(silence, "daily_at_least", Duration.ZERO),
                severity(silence));
    }

    private static ForecastHeld forecast(JsonNode forecast) {
        double probability = forecast.path("probability_at_least").asDouble();
        return new ForecastHeld(
                forecast.path("of").asText(),
                RuleReader.text(forecast, "within").map(Duration::parse),
                probability,
                forecast.path("ends_below").asDouble(probability),
                severity(forecast));
    }

    private static FlagHeld flag(JsonNode flag) {
        return new FlagHeld(RuleReader.texts(flag.path("any_of")), span(flag, "for", Duration.ZERO), severity(flag));
    }

    private static Plan plan(JsonNode plan) {
        Map<Integer, Duration> years = new TreeMap<>();
        plan.path("standing_years")
                .properties()
                .forEach(year -> years.put(
                        Integer.valueOf(year.getKey()),
                        Duration.parse(year.getValue().asText())));
        return new Plan(RuleReader.texts(plan.path("occurrence")), years, severity(plan));
    }

    private static Severity severity(JsonNode condition) {
        return RuleReader.severity(
                condition.path("levels").path(0).path("severity").asText());
    }

    static Duration span(JsonNode node, String field, Duration otherwise) {
        return RuleReader.text(node, field).map(Duration::parse).orElse(otherwise);
    }

    static OptionalInt whole(JsonNode node, String field) {
        return node.has(field) ? OptionalInt.of(node.path(field).asInt()) : OptionalInt.empty();
    }
}
