package de.hexapolis.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void saysWhichPortIsTakenAndWhichOptionChoosesAnother() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();

            assertThatThrownBy(() -> Ports.requireFree(port, "query-service", "--query-port"))
                    .hasMessage(
                            "port %d, which query-service wants, is taken; choose another with --query-port or stop what uses it",
                            port);
        }
    }

    @Test
    void findsAPortFreeOnceItIsClosed() throws IOException {
        ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        closed.close();

        assertThat(Ports.free(closed.getLocalPort())).isTrue();
    }
}
