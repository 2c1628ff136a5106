package de.hexapolis.trials.receivers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ReceiversTest {
    private static final String OPENED = "{\"specversion\":\"1.0\",\"id\":\"n-%1$d\",\"sequence\":\"%1$d\","
            + "\"type\":\"de.hexapolis.alert.opened\",\"subject\":\"alerts/%1$d\",\"data\":{}}";

    @Test
    void aWebhookCountsWhatComesTwiceOnceByItsId() throws Exception {
        try (WebhookReceiver receiver = WebhookReceiver.open()) {
            HttpRequest post = HttpRequest.newBuilder(receiver.address())
                    .POST(HttpRequest.BodyPublishers.ofString(OPENED.formatted(12)))
                    .build();
            HttpClient client = HttpClient.newHttpClient();
            for (int time = 0; time < 2; time++) {
                assertThat(client.send(post, HttpResponse.BodyHandlers.discarding())
                                .statusCode())
                        .isEqualTo(204);
            }
            assertThat(receiver.hearing().times()).isEqualTo(2);
            assertThat(receiver.hearing().ids()).containsExactly("n-12");
            assertThat(receiver.hearing().openings()).containsOnlyKeys(12L);
        }
    }

    @Test
    void aListenerGoesOnAtItsLastEventWhenTheStreamBreaks() throws IOException {
        List<Optional<String>> asked = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/live", exchange -> {
            asked.add(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Last-Event-ID")));
            tell(exchange, asked.size());
        });
        server.start();
        URI address = URI.create(
                "http://127.0.0.1:%d/live".formatted(server.getAddress().getPort()));
        try (LiveReceiver receiver = new LiveReceiver(address, "token").start()) {
            await().until(() -> receiver.hearing().ids().size() >= 3);
            assertThat(asked.subList(0, 3)).containsExactly(Optional.empty(), Optional.of("1"), Optional.of("2"));
        } finally {
            server.stop(0);
        }
    }

    /** One event, and the end. */
    private static void tell(HttpExchange exchange, int number) throws IOException {
        String event =
                ": hello\n\nid: %1$d\nevent: alert.opened\ndata: %2$s\n\n".formatted(number, OPENED.formatted(number));
        byte[] bytes = event.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Test
    void whatIsNoCloudEventIsCounted() {
        Hearing hearing = new Hearing();
        hearing.take("nonsense".getBytes(StandardCharsets.UTF_8));
        hearing.take("{}".getBytes(StandardCharsets.UTF_8));
        assertThat(hearing.unreadable()).isEqualTo(2);
        assertThat(hearing.times()).isZero();
    }
}
