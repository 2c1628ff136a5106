package de.hexapolis.rules;

import java.time.Instant;
import java.util.List;

/** What a strand says at a step: bad since when, how bad, and why. Immutable. */
record Opening(Instant began, Severity severity, List<Reason> reasons) {}
