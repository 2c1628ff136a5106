package de.hexapolis.registry;

import java.time.Instant;
import java.util.Optional;

/**
 * On whose behalf rows are written. What a person has written stays as it is when a blueprint is loaded again, unless
 * the load says that it takes such rows over. Immutable.
 *
 * @param blueprint empty: a person
 * @param takesOver whether rows that a person has written are written too
 * @param at the platform's time
 */
public record Author(Optional<String> blueprint, boolean takesOver, Instant at) {
    public static Author person(Instant at) {
        return new Author(Optional.empty(), true, at);
    }

    public static Author blueprint(String id, boolean takesOver, Instant at) {
        return new Author(Optional.of(id), takesOver, at);
    }
}
