package de.hexapolis.mqtt;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Sources for tests, each with a topic and a client id of its own. */
final class Sources {
    private Sources() {}

    static Source at(String broker, boolean legacy, int receiveMaximum) {
        return at(broker, legacy, receiveMaximum, 1 << 20);
    }

    static Source at(String broker, boolean legacy, int receiveMaximum, long receiveBytes) {
        String name = "test-" + UUID.randomUUID();
        return at(broker, legacy, receiveMaximum, receiveBytes, name, "tests/" + name + "/+");
    }

    /** One that subscribes to just this, were it a filter or not. */
    static Source subscribing(String broker, boolean legacy, String filter) {
        return at(broker, legacy, 10, 1 << 20, "test-" + UUID.randomUUID(), filter);
    }

    private static Source at(
            String broker, boolean legacy, int receiveMaximum, long receiveBytes, String name, String filter) {
        return new Source(
                name,
                broker,
                filter,
                legacy,
                1,
                "client-" + name,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ofHours(1),
                Duration.ofSeconds(30),
                receiveMaximum,
                receiveBytes,
                Math.max(1, receiveMaximum / 2),
                receiveBytes,
                Duration.ZERO);
    }

    /** What must be said of a source of our own messages. */
    static Map<String, String> settings(String name) {
        return Map.of(
                "hexapolis.sources." + name + ".topic", "v1/+/+/telemetry",
                "hexapolis.sources." + name + ".format", "hexapolis");
    }

    /** The settings as the service gets them. */
    static SourceSettings mapped(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withMapping(SourceSettings.class)
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(settings, "test", 100))
                .build()
                .getConfigMapping(SourceSettings.class);
    }

    /** A topic that the source listens to. */
    static String topic(Source source, String last) {
        return source.filter().replace("+", last);
    }
}
