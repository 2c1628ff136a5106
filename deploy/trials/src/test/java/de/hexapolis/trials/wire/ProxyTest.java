package de.hexapolis.trials.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProxyTest {
    private final ServerSocket server = listen();
    private final Proxy proxy = Proxy.open(server.getLocalPort());

    @BeforeEach
    void answerEachByte() {
        Thread echo = new Thread(this::echo, "echo");
        echo.setDaemon(true);
        echo.start();
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void passesOnWhatIsSaidBothWays() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(42);
            assertThat(socket.getInputStream().read()).isEqualTo(42);
        }
    }

    @Test
    void cutsWhatIsConnectedAndWelcomesWhatComesAfter() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(1);
            assertThat(socket.getInputStream().read()).isEqualTo(1);
            proxy.cut();
            assertThatThrownBy(() -> {
                        socket.getOutputStream().write(2);
                        if (socket.getInputStream().read() < 0) {
                            throw new IOException("closed");
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
        passesOnWhatIsSaidBothWays();
        assertThat(proxy.connections()).isEqualTo(2);
    }

    @Test
    void swallowsEverythingWithoutTellingAnybody() throws IOException {
        try (Socket socket = connect()) {
            socket.setSoTimeout(200);
            proxy.set(LinkCondition.BLACKHOLE);
            socket.getOutputStream().write(1);
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void holdsUpWhatPassesAsLongAsTold() throws IOException {
        proxy.set(LinkCondition.slow(Duration.ofMillis(100), 0));
        try (Socket socket = connect()) {
            long started = System.nanoTime();
            socket.getOutputStream().write(1);
            assertThat(socket.getInputStream().read()).isEqualTo(1);
            assertThat(Duration.ofNanos(System.nanoTime() - started)).isGreaterThan(Duration.ofMillis(190));
        }
    }

    @Test
    void admitsSoManyBytesASecond() {
        assertThat(LinkCondition.slow(Duration.ZERO, 125_000).holdUp(25_000)).isEqualTo(Duration.ofMillis(200));
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(10_000);
        return socket;
    }

    private void echo() {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                for (int next = socket.getInputStream().read();
                        next >= 0;
                        next = socket.getInputStream().read()) {
                    socket.getOutputStream().write(next);
                }
            } catch (IOException nextOne) {
                // the test cuts connections
            }
        }
    }

    private static ServerSocket listen() {
        try {
            return new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
