package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/**
 * Which messages carry no measurement on purpose. Immutable, thread-safe.
 *
 * @param ports empty for any
 */
record IgnoreRule(Set<Integer> ports, Optional<Condition> condition, String why) {
    boolean meets(JsonNode body, int port) {
        return meetsPort(port) && (condition.isEmpty() || condition.get().holds(body, port));
    }

    /** Whether every message on this port is meant, whatever it says. */
    boolean meetsWholePort(int port) {
        return condition.isEmpty() && meetsPort(port);
    }

    private boolean meetsPort(int port) {
        return ports.isEmpty() || ports.contains(port);
    }
}
