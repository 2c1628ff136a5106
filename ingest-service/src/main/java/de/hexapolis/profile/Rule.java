package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** How a part of a message is read. Immutable, thread-safe. */
sealed interface Rule permits ReadingRule, EventRule, PositionRule {
    void apply(Uplink uplink, Mapped mapped);

    /** Where it looks; empty for an event that a condition alone makes. */
    List<FieldPath> paths();

    Condition applies();

    /** Whether it looks for a field of this message. */
    default boolean isMeantFor(Uplink uplink) {
        return !paths().isEmpty() && applies().holds(uplink.body(), uplink.port());
    }

    /** Whether there is a field where it looks, whatever it holds. */
    default boolean finds(JsonNode body) {
        return paths().stream().anyMatch(path -> !path.all(body).isEmpty());
    }
}
