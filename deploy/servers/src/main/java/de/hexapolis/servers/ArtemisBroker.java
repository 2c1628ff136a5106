package de.hexapolis.servers;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/**
 * Apache Artemis as an MQTT 5 broker on loopback, without passwords, on a data folder that outlives it. Thread-safe.
 *
 * <p>It acknowledges a publish after its journal is on disk, keeps sessions and what waits for them over kill -9, pages
 * to disk when memory is short, never gives up delivering, and stops producers rather than losing when the disk fills. A
 * publisher whose packet is larger than {@link PacketLimit} loses its connection and gets no PUBACK.
 */
public final class ArtemisBroker implements AutoCloseable {
    /** Paho reads a larger receive maximum as a negative number and then sends nothing at all. */
    private static final int RECEIVE_MAXIMUM = 32_767;

    private final Settings settings;
    private final EmbeddedActiveMQ server;

    /**
     * What waits in memory; the rest waits on disk. A small message takes about 2 KiB of heap, of which the broker
     * itself counts a third, so without the second bound 40,000 waiting messages end it.
     */
    private static final long MEMORY_BYTES = 32L * 1024 * 1024;

    private static final long MEMORY_MESSAGES = 10_000;

    /**
     * @param data the data folder; made if there is none
     * @param bufferTimeoutNanos how long the journal gathers writes before it forces them to disk
     */
    public record Settings(Path data, int port, int bufferTimeoutNanos) {
        static final int USUAL_BUFFER_TIMEOUT_NANOS = 500_000;

        public Settings {
            data = data.toAbsolutePath().normalize();
        }

        public static Settings on(Path data, int port) {
            return new Settings(data, port, USUAL_BUFFER_TIMEOUT_NANOS);
        }
    }

    private ArtemisBroker(Settings settings, EmbeddedActiveMQ server) {
        this.settings = settings;
        this.server = server;
    }

    /** Returns when clients can connect. */
    public static ArtemisBroker start(Settings settings) {
        return start(settings, new FirstRoute(), new SessionOrder());
    }

    static ArtemisBroker start(Settings settings, ActiveMQServerPlugin... plugins) {
        EmbeddedActiveMQ server = new EmbeddedActiveMQ();
        try {
            Configuration configuration = configuration(settings);
            configuration.registerBrokerPlugins(List.of(plugins));
            server.setConfiguration(configuration).start();
        } catch (Exception e) {
            throw new IllegalStateException("the MQTT broker does not start on port " + settings.port(), e);
        }
        return new ArtemisBroker(settings, server);
    }

    private static Configuration configuration(Settings settings) throws Exception {
        return new ConfigurationImpl()
                .setName("hexapolis")
                .setBindingsDirectory(settings.data().resolve("bindings").toString())
                .setJournalDirectory(settings.data().resolve("journal").toString())
                .setLargeMessagesDirectory(settings.data().resolve("large").toString())
                .setPagingDirectory(settings.data().resolve("paging").toString())
                .setPersistenceEnabled(true)
                .setJournalType(JournalType.NIO)
                .setJournalSyncTransactional(true)
                .setJournalSyncNonTransactional(true)
                .setJournalDatasync(true)
                .setJournalBufferTimeout_NIO(settings.bufferTimeoutNanos())
                .setJournalFileSize(10 * 1024 * 1024)
                .setJournalMinFiles(2)
                .setJournalPoolFiles(10)
                .setMaxDiskUsage(95)
                .setGlobalMaxSize(MEMORY_BYTES)
                .setGlobalMaxMessages(MEMORY_MESSAGES)
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setIncomingInterceptorClassNames(List.of(PacketLimit.class.getName()))
                .addAcceptorConfiguration("mqtt", acceptor(settings.port()))
                .addAddressSetting("#", addresses());
    }

    private static String acceptor(int port) {
        return "tcp://127.0.0.1:%d?protocols=MQTT;receiveMaximum=%d;maximumPacketSize=%d;topicAliasMaximum=0"
                .formatted(port, RECEIVE_MAXIMUM, PacketLimit.BYTES);
    }

    private static AddressSettings addresses() {
        return new AddressSettings()
                .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
                .setMaxDeliveryAttempts(-1)
                .setAutoCreateQueues(true)
                .setAutoCreateAddresses(true)
                .setAutoDeleteQueues(false)
                .setAutoDeleteAddresses(false);
    }

    /** {@code tcp://127.0.0.1:port}, as Paho wants it. */
    public URI address() {
        return URI.create("tcp://127.0.0.1:" + settings.port());
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the MQTT broker does not stop", e);
        }
    }

    /** {@code --data <folder> --port <port>}: runs until it is terminated. */
    public static void main(String[] words) throws InterruptedException {
        ProgramArguments arguments = ProgramArguments.of(List.of(words));
        ArtemisBroker broker = start(Settings.on(arguments.path("data"), arguments.port("port")));
        AtExit.run(broker::close);
        System.out.println("The MQTT broker answers at " + broker.address());
        new CountDownLatch(1).await();
    }
}
