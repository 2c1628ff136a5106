package de.hexapolis.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Apache Kafka, one node that is broker and controller, as a process of its own on loopback, on a data folder that
 * outlives it. Ends with this JVM. Thread-safe.
 *
 * <p>It makes no topics by itself. What it acknowledged it keeps over kill -9, though not over a power cut: one node
 * has no replica, and Kafka leaves forcing to disk to the system.
 */
public final class KafkaBroker implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Settings settings;
    private final Process process;

    /**
     * @param folder of data, settings and log; made if there is none
     * @param controllerPort on which the node speaks with itself
     */
    public record Settings(Path folder, int port, int controllerPort) {
        public Settings {
            folder = folder.toAbsolutePath().normalize();
        }

        /** On two free ports. */
        public static Settings on(Path folder) {
            return new Settings(folder, FreePort.find(), FreePort.find());
        }

        private String text() {
            return """
                    process.roles=broker,controller
                    node.id=1
                    listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                    controller.listener.names=CONTROLLER
                    controller.quorum.voters=1@127.0.0.1:%2$d
                    log.dirs=%3$s
                    auto.create.topics.enable=false
                    offsets.topic.num.partitions=1
                    offsets.topic.replication.factor=1
                    group.initial.rebalance.delay.ms=0
                    log.cleaner.dedupe.buffer.size=2097152
                    """
                    .formatted(port, controllerPort, folder.resolve("data"));
        }
    }

    private KafkaBroker(Settings settings, Process process) {
        this.settings = settings;
        this.process = process;
    }

    /** Returns when clients can connect. */
    public static KafkaBroker start(Settings settings) {
        Path file = settings.folder().resolve("server.properties");
        Path log = settings.folder().resolve("kafka.log");
        try {
            Files.createDirectories(settings.folder());
            Files.writeString(file, settings.text());
            List<String> command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx192m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                    "-cp",
                    KafkaJars.classPath(),
                    "de.hexapolis.kafkabroker.KafkaProgram",
                    file.toString());
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            return new KafkaBroker(settings, process).answering(log);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot run Kafka in " + settings.folder(), e);
        }
    }

    private KafkaBroker answering(Path log) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!accepts()) {
            if (!process.isAlive() || Instant.now().isAfter(deadline)) {
                kill();
                throw new IllegalStateException(
                        "Kafka does not answer on port %d, see %s".formatted(settings.port(), log));
            }
            Pause.millis(100);
        }
        return this;
    }

    private boolean accepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.port()), 500);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** {@code host:port}, as Kafka's clients want it. */
    public String address() {
        return "127.0.0.1:" + settings.port();
    }

    /** kill -9; returns when the process has gone. */
    public void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** Stops it; what is in its log stays. */
    @Override
    public void close() {
        kill();
    }
}
