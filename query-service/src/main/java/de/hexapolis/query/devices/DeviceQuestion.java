package de.hexapolis.query.devices;

import de.hexapolis.telemetry.CityId;
import java.util.Optional;
import java.util.Set;

/**
 * Which devices are asked for; what is empty asks for nothing. Immutable.
 *
 * @param text part of the key
 * @param key the whole key
 */
record DeviceQuestion(Set<CityId> cities, Optional<String> text, Optional<String> key, Optional<Boolean> silent) {
    DeviceQuestion {
        cities = Set.copyOf(cities);
    }

    static DeviceQuestion one(String key) {
        return new DeviceQuestion(Set.of(), Optional.empty(), Optional.of(key), Optional.empty());
    }
}
