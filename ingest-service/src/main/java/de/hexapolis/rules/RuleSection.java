package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The sections of a file of rules that are kept as rows. */
public enum RuleSection {
    RULE("rules"),
    OCCURRENCE("occurrences"),
    ROUND("rounds"),
    CALENDAR("calendars"),
    ESCALATION("escalations"),
    PLAUSIBILITY("plausibility"),
    BUNDLING("bundling");

    private final String field;

    RuleSection(String field) {
        this.field = field;
    }

    /** Its name in files, such as {@code rules}. */
    public String field() {
        return field;
    }

    /** Its name in the store and in overrides, such as {@code rule}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<RuleSection> named(String wireName) {
        return Arrays.stream(values())
                .filter(section -> section.wireName().equals(wireName))
                .findFirst();
    }

    /**
     * What an item is called: its id; without one an occurrence is called by its kind, a plausibility check by the first
     * of its kinds and the quantity ({@code bin-fill-level}).
     */
    String idOf(JsonNode item) {
        if (this == OCCURRENCE) {
            return item.path("kind").asText();
        }
        if (this == PLAUSIBILITY && !item.has("id")) {
            String quantity = item.path("quantity").asText("all").replace('_', '-');
            return item.path("kinds").path(0).asText() + "-" + quantity;
        }
        return item.path("id").asText();
    }
}
