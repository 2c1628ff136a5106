package de.hexapolis.servers;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.apache.activemq.artemis.api.core.SimpleString;
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
     * What waits in memory; the rest waits on disk, in an open file for each topic. A small message takes about 2 KiB of
     * heap, of which the broker itself counts a third, and one that is retained takes 50 KiB: without the second bound
     * waiting messages end it.
     */
    private static final long HEAP_SHARE = 12;

    private static final long HEAP_BYTES_A_MESSAGE = 32L * 1024;

    private static final Duration LOOK_FOR_EMPTY_EACH = Duration.ofSeconds(30);

    /** Where retained messages are kept, and what they are retained of: a topic for each alert and order there ever was. */
    private static final List<String> PASSING_TOPICS = List.of("$sys.mqtt.retain.#", "*.*.alerts.*", "*.*.orders.*");

    /**
     * @param data the data folder; made if there is none
     * @param bufferTimeoutNanos how long the journal gathers writes before it forces them to disk
     * @param messagesInMemory how many wait there, with those that are retained, before others wait on disk
     * @param emptyKept how old the topic of an alert or order is at least when it is forgotten; one that retains nothing
     */
    public record Settings(Path data, int port, int bufferTimeoutNanos, long messagesInMemory, Duration emptyKept) {
        static final int USUAL_BUFFER_TIMEOUT_NANOS = 500_000;
        static final Duration USUAL_EMPTY_KEPT = Duration.ofHours(1);

        public Settings {
            data = data.toAbsolutePath().normalize();
        }

        public static Settings on(Path data, int port) {
            long messages = Runtime.getRuntime().maxMemory() / HEAP_BYTES_A_MESSAGE;
            return new Settings(data, port, USUAL_BUFFER_TIMEOUT_NANOS, messages, USUAL_EMPTY_KEPT);
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
        Configuration configuration = new ConfigurationImpl()
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
                .setGlobalMaxSize(Runtime.getRuntime().maxMemory() / HEAP_SHARE)
                .setGlobalMaxMessages(settings.messagesInMemory())
                .setSecurityEnabled(false)
                .setJMXManagementEnabled(false)
                .setIncomingInterceptorClassNames(List.of(PacketLimit.class.getName()))
                .addAcceptorConfiguration("mqtt", acceptor(settings.port()))
                .setAddressQueueScanPeriod(Math.min(
                        LOOK_FOR_EMPTY_EACH.toMillis(), settings.emptyKept().toMillis()))
                .addAddressSetting("#", addresses());
        PASSING_TOPICS.forEach(topics -> configuration.addAddressSetting(topics, passing(settings.emptyKept())));
        return configuration;
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

    /** A topic costs 12 KB of heap, one that retains a message 50 KB: without this they would be kept for ever. */
    private static AddressSettings passing(Duration emptyKept) {
        return addresses()
                .setAutoDeleteQueues(true)
                .setAutoDeleteQueuesSkipUsageCheck(true)
                .setAutoDeleteQueuesDelay(emptyKept.toMillis())
                .setAutoDeleteAddresses(true)
                .setAutoDeleteAddressesSkipUsageCheck(true)
                .setAutoDeleteAddressesDelay(emptyKept.toMillis());
    }

    /** Topics the broker knows, with dots for slashes, and where it keeps what they retain. */
    Set<String> topics(String containing) {
        return server.getActiveMQServer().getPostOffice().getAddresses().stream()
                .map(SimpleString::toString)
                .filter(name -> name.contains(containing))
                .collect(Collectors.toSet());
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
        broker.server.getActiveMQServer().registerIOCriticalErrorListener((failure, message, file) -> halt(message));
        AtExit.run(broker::close);
        System.out.println("The MQTT broker answers at " + broker.address());
        new CountDownLatch(1).await();
    }

    /** It stops itself when it cannot write any more: whoever started it shall see that, and start it again. */
    private static void halt(String message) {
        System.out.println("The MQTT broker ends: " + message);
        Runtime.getRuntime().halt(1);
    }
}
