package de.hexapolis.simulator.crews;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

/**
 * One thing that a crew does at its time. Immutable.
 *
 * @param at when it is done
 * @param told what the phone says when it was; the same, unless it is late
 */
record Act(WorkItem item, Kind kind, Instant at, Instant told) implements Comparable<Act> {
    /** Whether it happens in the world, or is told to the platform, and how an address names it. */
    enum Kind {
        ACKNOWLEDGE("acknowledge"),
        START("start"),
        /** Somebody is at the asset and does it. */
        VISIT(""),
        /** Somebody is at the wrong asset and does it there. */
        VISIT_NEIGHBOUR(""),
        DONE("done"),
        NOT_POSSIBLE("not-possible");

        private final String path;

        Kind(String path) {
            this.path = path;
        }

        String path() {
            return path;
        }

        boolean isInTheWorld() {
            return path.isEmpty();
        }
    }

    /** The same whenever it is asked, also by a program that was started anew: the platform then does nothing twice. */
    UUID key() {
        String name = "%d %d %s".formatted(item.alert(), item.reopened(), kind);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("at", told.toString());
        if (kind == Kind.NOT_POSSIBLE) {
            body.put("reason", "parked car");
        }
        body.putArray("assets").add(item.asset());
        return body;
    }

    /** The same, later. */
    Act again(Instant later) {
        return new Act(item, kind, later, told);
    }

    @Override
    public int compareTo(Act other) {
        return at.compareTo(other.at);
    }
}
