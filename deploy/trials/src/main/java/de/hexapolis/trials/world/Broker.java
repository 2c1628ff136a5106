package de.hexapolis.trials.world;

import de.hexapolis.servers.FreePort;
import de.hexapolis.servers.JavaProgram;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The MQTT broker as a process on a data folder and a port that outlive its crashes. One thread. */
public final class Broker implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);

    private final Path data;
    private final Path log;
    private final int port = FreePort.find();
    private int topics = JavaProgram.USUAL_TOPICS;
    private @Nullable Program program;

    Broker(Path data, Path log) {
        this.data = data;
        this.log = log;
    }

    /** Returns when clients can connect. */
    public void start() throws InterruptedException {
        program = Program.start(JavaProgram.broker(data, port, topics), log);
        Patience.until("the broker listens on port " + port, LONGEST_START, () -> {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return socket.isConnected();
            }
        });
    }

    /** Ends it and starts it again with room for so many topics. */
    public void enlarge(int topics) throws InterruptedException {
        program().terminate();
        this.topics = topics;
        start();
    }

    /** The process that runs now. */
    public Program program() {
        return Objects.requireNonNull(program, "the broker has not started");
    }

    public int port() {
        return port;
    }

    public URI address() {
        return URI.create("tcp://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        if (program != null) {
            program.close();
        }
    }
}
