package de.hexapolis.forecast;

import java.time.Instant;
import java.util.Optional;

/** When a bin is full with a probability of 10, 50 and 90 %; empty: not within a fortnight. Immutable. */
public record TimeToFull(Optional<Instant> p10, Optional<Instant> p50, Optional<Instant> p90) {}
