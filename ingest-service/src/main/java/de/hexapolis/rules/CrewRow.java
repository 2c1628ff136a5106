package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A crew as it was loaded. Immutable, as long as nobody writes into the document.
 *
 * @param document {@code {place, districts, work, shifts, on_holiday, quiet_hours, digest}}; a crew without work takes
 *     nothing
 */
public record CrewRow(String city, String crew, Names name, JsonNode document) {
    boolean takes(String district, Work work) {
        return has("work", work.wireName()) && (!document.has("districts") || has("districts", district));
    }

    private boolean has(String field, String text) {
        for (JsonNode element : document.path(field)) {
            if (element.asText().equals(text)) {
                return true;
            }
        }
        return false;
    }

    /** Its place in the file: the first that takes a work gets it. */
    int place() {
        return document.path("place").asInt(Integer.MAX_VALUE);
    }
}
