package de.hexapolis.servers;

import java.net.URI;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/** Artemis in a container; Testcontainers removes it after the JVM. */
final class BrokerContainer {
    private static final String IMAGE = "apache/activemq-artemis:2.41.0-alpine";
    private static final int MQTT = 1883;

    private BrokerContainer() {}

    @SuppressWarnings("resource") // lives as long as the JVM
    static URI start() {
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(IMAGE))
                .withEnv("ANONYMOUS_LOGIN", "true")
                .withExposedPorts(MQTT)
                .waitingFor(Wait.forListeningPort());
        container.start();
        return URI.create("tcp://%s:%d".formatted(container.getHost(), container.getMappedPort(MQTT)));
    }
}
