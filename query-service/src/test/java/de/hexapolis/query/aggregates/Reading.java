package de.hexapolis.query.aggregates;

import java.time.Instant;

/** A row of the observations. */
record Reading(int series, Instant at, double value, int quality) {}
