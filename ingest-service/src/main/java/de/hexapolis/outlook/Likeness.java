package de.hexapolis.outlook;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** In what trees can be alike; what is unknown is like what is unknown. Immutable. */
record Likeness(Map<String, String> words) {
    private static final int YOUNG_YEARS = 3;
    private static final int MIDDLE_YEARS = 10;

    Likeness {
        words = Map.copyOf(words);
    }

    static Likeness of(String city, JsonNode properties, int year) {
        return new Likeness(Map.of(
                "city", city,
                "site", properties.path("site").asText(""),
                "soil", properties.path("soil").asText(""),
                "age", age(properties.path("planting_year"), year)));
    }

    /** Classes of Berlin's QTrees: to 3, to 10 and more years. */
    private static String age(JsonNode planted, int year) {
        if (!planted.canConvertToInt()) {
            return "";
        }
        int age = year - planted.asInt();
        return age <= YOUNG_YEARS ? "young" : age <= MIDDLE_YEARS ? "middle" : "old";
    }

    String of(String what) {
        return words.getOrDefault(what, "");
    }
}
