package de.hexapolis.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch in which a series is not to be believed. Immutable.
 *
 * @param flag as the table names it, such as {@code stuck}
 * @param until exclusive; empty: it still is so
 */
public record FlagSpan(String flag, Instant from, Optional<Instant> until) {
    public boolean covers(Instant instant) {
        return !instant.isBefore(from) && until.map(instant::isBefore).orElse(true);
    }
}
