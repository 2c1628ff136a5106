package de.hexapolis.servers;

import java.nio.file.Path;

/**
 * The one Kafka of this JVM, shared by its tests: use topics and groups of your own. Thread-safe.
 *
 * <p>It is the one that HEXAPOLIS_TEST_KAFKA names ({@code host:port}), else a container, else a process of its own. A
 * test that stops Kafka starts a {@link KafkaBroker} of its own.
 */
public final class KafkaServer implements AutoCloseable {
    private KafkaServer() {}

    public static KafkaServer open() {
        return Chosen.KAFKA;
    }

    /** {@code host:port}, as Kafka's clients want it. */
    public String address() {
        return Chosen.ADDRESS;
    }

    /** Does nothing: Kafka stops with the JVM, other tests use it. */
    @Override
    public void close() {}

    private static String choose() {
        String address = System.getenv("HEXAPOLIS_TEST_KAFKA");
        if (address != null && !address.isBlank()) {
            return address;
        }
        if (DockerEngine.answers()) {
            return KafkaContainer.start();
        }
        Path folder = TestFolder.create("kafka");
        KafkaBroker broker = KafkaBroker.start(KafkaBroker.Settings.on(folder));
        AtExit.run(() -> {
            broker.close();
            TestFolder.delete(folder);
        });
        return broker.address();
    }

    /** Holds what is chosen once. */
    private static final class Chosen {
        static final String ADDRESS = choose();
        static final KafkaServer KAFKA = new KafkaServer();

        static {
            System.out.println("Tests use Kafka at " + ADDRESS);
        }
    }
}
