package de.hexapolis.forecast;

import java.time.Instant;
import java.util.Optional;

/**
 * When the soil at one depth is dry with a probability of 10, 50 and 90 %; empty: not within 90 days. Immutable.
 *
 * @param carriedFrom of how many similar trees; 0: from its own readings
 */
public record DaysToDry(Optional<Instant> p10, Optional<Instant> p50, Optional<Instant> p90, int carriedFrom) {}
