package de.hexapolis.ingest;

import de.hexapolis.registry.RegisteredDevice;
import de.hexapolis.registry.RegistryView;
import de.hexapolis.store.Origin;
import de.hexapolis.telemetry.DeviceId;
import java.util.Map;
import java.util.Optional;

/**
 * The city of devices that have none of their own, by source: {@code hexapolis.sources.<name>.city}. A message's city is
 * the device's, else the source's, else none, and then only operators see it. Immutable.
 */
final class SourceCities {
    static final SourceCities NONE = new SourceCities(Map.of());

    private final Map<String, String> byName;

    SourceCities(Map<String, String> byName) {
        this.byName = Map.copyOf(byName);
    }

    Origin origin(String source, RegisteredDevice device) {
        Optional<String> city = device.city().map(own -> own.value()).or(() -> of(source));
        return new Origin(Optional.of(device.key().value()), city);
    }

    /** @param device as the message names it, registered or not */
    Origin origin(String source, Optional<DeviceId> device, RegistryView view) {
        return device.flatMap(view::device)
                .map(registered -> origin(source, registered))
                .orElseGet(() -> new Origin(device.map(DeviceId::value), of(source)));
    }

    private Optional<String> of(String source) {
        return Optional.ofNullable(byName.get(source));
    }
}
