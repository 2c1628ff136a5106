package de.hexapolis.rules;

import java.time.Instant;

/**
 * A stretch of time. Immutable.
 *
 * @param until exclusive; {@link Instant#MAX}: open
 */
public record Stretch(Instant from, Instant until) {}
