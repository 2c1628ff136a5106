package de.hexapolis.registry;

import java.util.Optional;

/** A row of table {@code device}, but for its number. Immutable. */
public record DeviceRow(
        String deviceKey, Optional<String> cityId, Optional<String> profileId, int expectedIntervalSeconds) {
    /** What is expected of a device of which nobody said anything else. */
    public static final int USUAL_INTERVAL_SECONDS = 3_600;
}
