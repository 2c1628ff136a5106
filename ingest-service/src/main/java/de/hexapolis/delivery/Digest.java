package de.hexapolis.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Times of day at which what is not so severe goes into one mail. Immutable.
 *
 * @param below what is as severe or more goes at once
 * @param at times of the city, at least one
 */
record Digest(Urgency below, List<LocalTime> at) {
    Digest {
        at = List.copyOf(at);
    }

    /** {@code {"below": "warning", "at": ["06:15", "12:00"]}}; empty if it is not that. */
    static Optional<Digest> of(JsonNode document) {
        List<LocalTime> times = new ArrayList<>();
        try {
            for (JsonNode time : document.path("at")) {
                times.add(LocalTime.parse(time.asText()));
            }
        } catch (DateTimeException notOne) {
            return Optional.empty();
        }
        return times.isEmpty()
                ? Optional.empty()
                : Optional.of(new Digest(
                        Urgency.named(document.path("below").asText()).orElse(Urgency.WARNING), times));
    }
}
