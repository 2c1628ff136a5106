package de.hexapolis.registry;

import java.util.Optional;

/** A row of table {@code device}, but for its number. Immutable. */
public record DeviceRow(
        String deviceKey, Optional<String> cityId, Optional<String> profileId, int expectedIntervalSeconds) {}
