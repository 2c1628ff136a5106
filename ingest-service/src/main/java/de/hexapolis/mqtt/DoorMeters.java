package de.hexapolis.mqtt;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import java.util.List;
import java.util.function.Supplier;

/** What a source counts: arrived = acknowledged + stale + unacknowledged (QoS 0 apart). Thread-safe. */
final class DoorMeters {
    final Counter arrived;
    final Counter acknowledged;
    final Counter stale;
    final Counter overflowed;
    final Counter connections;
    final Counter refusals;

    private final MeterRegistry registry;
    private final List<Tag> tags;

    DoorMeters(MeterRegistry registry, String source) {
        this.registry = registry;
        this.tags = List.of(Tag.of("source", source));
        this.arrived = counter("hexapolis.mqtt.arrived", "Messages that the broker delivered and the window took");
        this.acknowledged = counter("hexapolis.mqtt.acknowledged", "Messages whose PUBACK was handed to the client");
        this.stale = counter(
                "hexapolis.mqtt.stale", "Messages that could not be acknowledged on their connection; they come again");
        this.overflowed = counter("hexapolis.mqtt.overflowed", "Messages that found the window full");
        this.connections = counter("hexapolis.mqtt.connections", "Connections that were established");
        this.refusals = counter("hexapolis.mqtt.refusals", "Attempts to connect that failed");
    }

    void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).tags(tags).register(registry);
    }

    private Counter counter(String name, String description) {
        return Counter.builder(name).description(description).tags(tags).register(registry);
    }
}
