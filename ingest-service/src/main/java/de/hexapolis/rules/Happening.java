package de.hexapolis.rules;

import java.time.Instant;

/** An emptying, watering, rain or wetting that was told before. Immutable. */
public record Happening(String kind, Instant at, boolean removed) {}
