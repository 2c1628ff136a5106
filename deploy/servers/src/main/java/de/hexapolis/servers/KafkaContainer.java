package de.hexapolis.servers;

import org.testcontainers.utility.DockerImageName;

/** Kafka in a container; Testcontainers removes it after the JVM. */
final class KafkaContainer {
    private static final String IMAGE = "apache/kafka:4.4.0";

    private KafkaContainer() {}

    @SuppressWarnings("resource") // lives as long as the JVM
    static String start() {
        var container = new org.testcontainers.kafka.KafkaContainer(DockerImageName.parse(IMAGE))
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        container.start();
        return container.getBootstrapServers().replaceFirst("^[A-Z]+://", "");
    }
}
