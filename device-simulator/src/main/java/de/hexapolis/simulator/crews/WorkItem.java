package de.hexapolis.simulator.crews;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.telemetry.CityId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is to be done at one asset because of one alert, as the API tells it. Immutable.
 *
 * @param work such as {@code empty} or {@code water}
 * @param opened when the alert was opened
 * @param reopened how often the data have disagreed with who said that it was done
 */
record WorkItem(
        long order,
        long alert,
        CityId city,
        String crew,
        String work,
        long asset,
        String reference,
        Instant opened,
        int reopened) {

    /** Of an order all alerts that stand at an asset and are not closed. */
    static List<WorkItem> of(JsonNode order) {
        List<WorkItem> items = new ArrayList<>();
        for (JsonNode alert : order.path("alerts")) {
            if (alert.path("asset").has("id") && !alert.hasNonNull("closed_at")) {
                items.add(new WorkItem(
                        order.path("id").asLong(),
                        alert.path("id").asLong(),
                        new CityId(order.path("city").asText()),
                        order.path("crew").asText(),
                        order.path("work").asText(),
                        alert.path("asset").path("id").asLong(),
                        alert.path("asset").path("reference").asText(),
                        Instant.parse(alert.path("opened_at").asText()),
                        alert.path("reopened").asInt()));
            }
        }
        return items;
    }

    /** What tells this item from every other, and from itself before it was reopened. */
    Name name() {
        return new Name(alert, reopened);
    }

    boolean isUrgent() {
        return work.equals("extinguish");
    }

    /** See {@link #name()}. */
    record Name(long alert, int reopened) {}
}
