package de.hexapolis.trials.receivers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;

/**
 * A CloudEvent that arrived. Immutable.
 *
 * @param id the same each time that it is sent
 * @param type such as {@code de.hexapolis.alert.opened}
 * @param subject such as {@code alerts/12}
 * @param atNanos when, by {@link System#nanoTime}
 */
public record Told(String id, String type, String subject, long sequence, long atNanos) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IllegalArgumentException if it is no CloudEvent */
    static Told parse(byte[] event, long atNanos) {
        try {
            JsonNode json = JSON.readTree(event);
            if (json.path("id").asText().isEmpty() || json.path("type").asText().isEmpty()) {
                throw new IllegalArgumentException("not a CloudEvent");
            }
            return new Told(
                    json.path("id").asText(),
                    json.path("type").asText(),
                    json.path("subject").asText(),
                    json.path("sequence").asLong(-1),
                    atNanos);
        } catch (IOException notJson) {
            throw new IllegalArgumentException("not JSON", notJson);
        }
    }

    /** Of an alert that was opened, its number; else −1. */
    public long openedAlert() {
        return type.endsWith("alert.opened") ? Long.parseLong(subject.replaceFirst("^alerts/", "")) : -1;
    }
}
