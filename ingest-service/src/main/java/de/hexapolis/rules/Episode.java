package de.hexapolis.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * A stretch in which a rule holds, by the times of readings. Immutable.
 *
 * @param ended the first reading of the end; empty while it lasts
 * @param severity the worst so far
 */
public record Episode(Instant began, Optional<Instant> ended, Severity severity, Evidence evidence) {}
