package de.hexapolis.rules;

import de.hexapolis.telemetry.Quality;
import java.time.Instant;

/** A reading of a series. Immutable. */
public record Point(Instant observedAt, double value, Quality quality) {}
