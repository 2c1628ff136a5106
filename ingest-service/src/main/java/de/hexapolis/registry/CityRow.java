package de.hexapolis.registry;

import java.util.Optional;

/** A row of table {@code city}. Immutable. */
public record CityRow(String cityId, String name, String zone, boolean open, Optional<Integer> rawRetentionDays) {}
