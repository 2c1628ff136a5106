package de.hexapolis.servers;

import java.net.URI;
import java.nio.file.Path;

/**
 * The one MQTT 5 broker of this JVM, shared by its tests: use client ids and topics of your own. Thread-safe.
 *
 * <p>It is the one that HEXAPOLIS_TEST_BROKER names ({@code tcp://host:port}), else a container, else embedded Artemis.
 * A test that stops its broker starts an {@link ArtemisBroker} of its own.
 */
public final class BrokerServer implements AutoCloseable {
    private BrokerServer() {}

    public static BrokerServer open() {
        return Chosen.BROKER;
    }

    /** {@code tcp://host:port}, as Paho wants it. */
    public URI address() {
        return Chosen.ADDRESS;
    }

    /** Does nothing: the broker stops with the JVM, other tests use it. */
    @Override
    public void close() {}

    private static URI choose() {
        String address = System.getenv("HEXAPOLIS_TEST_BROKER");
        if (address != null && !address.isBlank()) {
            return URI.create(address);
        }
        if (DockerEngine.answers()) {
            return BrokerContainer.start();
        }
        Path folder = TestFolder.create("broker");
        ArtemisBroker broker = ArtemisBroker.start(ArtemisBroker.Settings.on(folder.resolve("data"), FreePort.find()));
        AtExit.run(() -> {
            broker.close();
            TestFolder.delete(folder);
        });
        return broker.address();
    }

    /** Holds what is chosen once. */
    private static final class Chosen {
        static final URI ADDRESS = choose();
        static final BrokerServer BROKER = new BrokerServer();

        static {
            System.out.println("Tests use the MQTT broker at " + ADDRESS);
        }
    }
}
