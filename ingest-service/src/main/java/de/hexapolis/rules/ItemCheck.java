package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/** Whether an item makes sense by itself; what it names is judged by {@link References}. Immutable. */
record ItemCheck(Surroundings known) {
    /** Spans that mean nothing when they are empty; {@code for} may be. */
    private static final Set<String> LONGER_THAN_NOTHING =
            Set.of("within", "ends_after", "after", "span", "silent_for", "at_latest", "behind", "verify_within");

    void check(RuleSection section, JsonNode item, Tell tell) {
        spans(item, tell);
        kinds(item, tell);
        switch (section) {
            case RULE -> rule(item, tell);
            case OCCURRENCE -> SensingCheck.occurrence(item, tell);
            case PLAUSIBILITY -> SensingCheck.plausibility(item, tell);
            case ROUND -> round(item, tell);
            case CALENDAR -> calendar(item, tell);
            case ESCALATION -> escalation(item, tell);
            case BUNDLING -> bundling(item.path("title"), tell.below("title"));
        }
    }

    private void kinds(JsonNode item, Tell tell) {
        int index = 0;
        for (String kind : RuleReader.texts(item.path("kinds"))) {
            if (!known.kinds().contains(kind)) {
                tell.at("kinds[%d]".formatted(index), "is no kind of asset" + Similar.hint(kind, known.kinds()));
            }
            index++;
        }
    }

    private static void spans(JsonNode node, Tell tell) {
        for (int i = 0; i < node.size() && node.isArray(); i++) {
            spans(node.path(i), tell.below("[%d]".formatted(i)));
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            boolean mustLast = LONGER_THAN_NOTHING.contains(field.getKey())
                    && field.getValue().isTextual();
            if (mustLast && Duration.parse(field.getValue().asText()).isZero()) {
                tell.at(field.getKey(), "must be longer than nothing");
            }
            spans(field.getValue(), tell.below(field.getKey()));
        }
    }

    private void rule(JsonNode rule, Tell tell) {
        new ConditionCheck(known.profiles()).check(rule.path("when"), tell.below("when"));
        if (rule.has("unless_measured")) {
            LevelCheck.quantity(rule, "unless_measured", tell);
        }
        if (!rule.has("work")) {
            for (String field : Set.of("bundle", "due", "verify_within")) {
                if (rule.has(field)) {
                    tell.at(field, "needs 'work': without it there is no order");
                }
            }
        }
    }

    private static void round(JsonNode round, Tell tell) {
        date(round.path("from"), "from", tell);
        if (round.path("every_weeks").asInt(1) > 1 && !round.has("from")) {
            tell.at("every_weeks", "needs 'from', the week from which it counts");
        }
    }

    private static void calendar(JsonNode calendar, Tell tell) {
        for (int i = 0; i < calendar.path("also").size(); i++) {
            date(calendar.path("also").path(i), "also[%d]".formatted(i), tell);
        }
        hours(calendar.path("quiet_hours"), tell.below("quiet_hours"));
    }

    static void hours(JsonNode hours, Tell tell) {
        if (hours.has("from") && hours.path("from").equals(hours.path("until"))) {
            tell.at("until", "must not be the same as from");
        }
    }

    private static void date(JsonNode date, String field, Tell tell) {
        try {
            if (date.isTextual()) {
                LocalDate.parse(date.asText());
            }
        } catch (DateTimeException notInTheCalendar) {
            tell.at(field, "is no day of the calendar");
        }
    }

    private static void bundling(JsonNode title, Tell tell) {
        for (Map.Entry<String, JsonNode> language : title.properties()) {
            for (String blank : BundleTitle.unknown(language.getValue().asText())) {
                tell.at(
                        language.getKey(),
                        "nothing is filled into '%s': known are {count}, {count|bin|bins} and {district}"
                                .formatted(blank));
            }
        }
    }

    private static void escalation(JsonNode escalation, Tell tell) {
        Duration before = Duration.ZERO;
        for (int i = 0; i < escalation.path("steps").size(); i++) {
            Duration after = Duration.parse(
                    escalation.path("steps").path(i).path("after").asText());
            if (after.compareTo(before) < 0) {
                tell.at("steps[%d].after".formatted(i), "must not be before the step before it, %s".formatted(before));
            }
            before = after;
        }
    }
}
