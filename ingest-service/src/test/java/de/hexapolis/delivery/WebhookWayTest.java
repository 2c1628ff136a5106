package de.hexapolis.delivery;

import de.hexapolis.servers.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

class WebhookWayTest extends WayContract {
    private final HttpReceiver receiver = new HttpReceiver();
    private final PinnedPost http = HttpReceiver.post(SharedVertx.VERTX, Duration.ofSeconds(2));
    private final ServerSocket mute;

    WebhookWayTest() throws IOException {
        mute = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        receiver.close();
        http.close();
        mute.close();
    }

    @Override
    Way way() {
        return new WebhookWay(http, Clock.systemUTC());
    }

    @Override
    Channel channel() {
        return to(receiver.address());
    }

    @Override
    List<String> arrived() {
        return receiver.ids();
    }

    /** Nobody there; who takes the connection and says nothing; who talks nonsense; no address at all. */
    @Override
    List<Channel> hopeless() {
        Thread nonsense = new Thread(this::talkNonsense);
        nonsense.setDaemon(true);
        nonsense.start();
        return List.of(
                to("http://127.0.0.1:%d/".formatted(FreePort.find())),
                to("http://127.0.0.1:%d/".formatted(mute.getLocalPort())),
                to("http://no-such-host.invalid/"),
                to("http://192.0.2.1/"),
                to("not an address"),
                to("ftp://127.0.0.1/"));
    }

    private void talkNonsense() {
        try (Socket socket = mute.accept()) {
            socket.getOutputStream().write("nonsense\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static Channel to(String address) {
        return Parcels.channel(ChannelKind.WEBHOOK, address, Optional.of(StandardSignature.newSecret()));
    }
}
