package de.hexapolis.orders;

import java.util.Optional;
import java.util.UUID;

/**
 * Who acts. Immutable.
 *
 * @param name {@code sensor}, {@code timer}, or the subject of a person's token
 * @param command by which a person acts
 */
public record Actor(String name, Optional<UUID> command) {
    static final Actor SENSOR = new Actor("sensor", Optional.empty());
    static final Actor TIMER = new Actor("timer", Optional.empty());

    public static Actor person(String name, UUID command) {
        return new Actor(name, Optional.of(command));
    }
}
