package de.hexapolis.mqtt;

import java.time.Duration;
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
        return new Source(
                name,
                broker,
                "tests/" + name + "/+",
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

    /** A topic that the source listens to. */
    static String topic(Source source, String last) {
        return source.filter().replace("+", last);
    }
}
