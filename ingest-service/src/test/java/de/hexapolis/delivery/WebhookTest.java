package de.hexapolis.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import de.hexapolis.delivery.HttpReceiver.Request;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** From a notice in the outbox to a real receiver, and back to what people see of the channel. */
class WebhookTest {
    private static final String SECRET = StandardSignature.newSecret();

    @RegisterExtension
    final Outbox outbox = new Outbox();

    private final HttpReceiver receiver = new HttpReceiver();
    private final PinnedPost http = HttpReceiver.post(SharedVertx.VERTX, Duration.ofMillis(1_500));
    private final Way way = new WebhookWay(http, Clock.systemUTC());

    @AfterEach
    void close() {
        receiver.close();
        http.close();
    }

    @Test
    void postsASignedCloudEventThatTheReceiversLibraryTakes() throws Exception {
        outbox.channel(ChannelKind.WEBHOOK, receiver.address(), SECRET);
        long alert = outbox.alert();
        String id = outbox.notice("alert.opened", alert, 2);

        outbox.deliver(way);

        Request request = receiver.requests.get(0);
        new Webhook(SECRET).verify(new String(request.body(), StandardCharsets.UTF_8), asHeaders(request));
        JsonNode event = new ObjectMapper().readTree(request.body());
        assertThat(request.header("content-type")).isEqualTo("application/cloudevents+json");
        assertThat(request.header("webhook-id")).isEqualTo(id);
        assertThat(event.path("id").asText()).isEqualTo(id);
        assertThat(event.path("specversion").asText()).isEqualTo("1.0");
        assertThat(event.path("source").asText()).isEqualTo("/v1/fulda");
        assertThat(event.path("type").asText()).isEqualTo("de.hexapolis.alert.opened");
        assertThat(event.path("subject").asText()).isEqualTo("alerts/" + alert);
        assertThat(event.path("time").asText()).isEqualTo("2026-07-01T08:00:00Z");
        assertThat(event.path("data").path("title").path("de").asText()).isEqualTo("Behälter voll");
    }

    @Test
    void sendsNothingTwiceAfterASuccess() throws Exception {
        outbox.channel(ChannelKind.WEBHOOK, receiver.address(), SECRET);
        outbox.notice("alert.opened");

        outbox.deliver(way);
        outbox.clock.pass(Duration.ofDays(2));
        outbox.deliver(way);

        assertThat(receiver.requests).hasSize(1);
        assertThat(outbox.row("select state, last_success_at is not null, failing_since from channel"))
                .isEqualTo("active t null");
        assertThat(outbox.counted("spread", ChannelKind.WEBHOOK)).isEqualTo(1);
        assertThat(outbox.counted("delivered", ChannelKind.WEBHOOK)).isEqualTo(1);
    }

    @Test
    void sendsWhatConcernsAnAlertInItsOrder() throws Exception {
        outbox.channel(ChannelKind.WEBHOOK, receiver.address(), SECRET);
        long alert = outbox.alert();
        List<String> ids = List.of(
                outbox.notice("alert.opened", alert, 1),
                outbox.notice("alert.changed", alert, 2),
                outbox.notice("alert.closed", alert, 2));

        outbox.deliver(way);

        assertThat(receiver.ids()).isEqualTo(ids);
    }

    @Test
    void letsNothingOvertakeAWordOfTheSameAlertThatWaitsForAnotherAttempt() throws Exception {
        outbox.channel(ChannelKind.WEBHOOK, receiver.address(), SECRET);
        long alert = outbox.alert();
        String first = outbox.notice("alert.opened", alert, 1);
        String second = outbox.notice("alert.changed", alert, 2);
        String other = outbox.notice("alert.opened");
        List<String> taken = new CopyOnWriteArrayList<>();
        AtomicReference<String> refused = new AtomicReference<>(first);
        receiver.answers(exchange -> {
            String id = exchange.getRequestHeaders().getFirst("webhook-id");
            boolean takes = !id.equals(refused.get());
            exchange.sendResponseHeaders(takes ? 204 : 503, -1);
            if (takes) {
                taken.add(id);
            }
        });

        outbox.deliver(way);
        assertThat(taken).containsExactly(other);
        String third = outbox.notice("alert.closed", alert, 2);
        outbox.deliver(way);
        assertThat(taken).containsExactly(other);
        refused.set("");
        outbox.clock.pass(Duration.ofMinutes(20));
        outbox.deliver(way);

        assertThat(taken).containsExactly(other, first, second, third);
    }

    @Test
    void switchesAChannelOffThatAnswers410AndTellsTheStaff() throws Exception {
        outbox.channel(ChannelKind.WEBHOOK, receiver.address(), SECRET);
        outbox.notice("alert.opened");
        outbox.notice("alert.opened");
        receiver.answers(410);

        outbox.deliver(way);

        assertThat(outbox.deliveries()).containsExactly("given_up", "given_up");
        assertThat(outbox.row("select state, last_error from channel")).startsWith("disabled answered 410");
        assertThat(outbox.rows("select kind, crew_id from notice order by notice_id desc limit 1"))
                .containsExactly("channel.disabled staff");
    }

    @Test
    void givesUpAfterADayOfThePlatformsClock() throws Exception {
        outbox.channel(ChannelKind.WEBHOOK, receiver.address(), SECRET);
        outbox.notice("alert.opened");
        receiver.answers(500);

        outbox.deliver(way);
        outbox.clock.pass(Duration.ofHours(23));
        outbox.deliver(way);
        assertThat(outbox.deliveries()).containsExactly("waiting");
        outbox.clock.pass(Duration.ofHours(1));
        outbox.deliver(way);

        assertThat(outbox.deliveries()).containsExactly("given_up");
        assertThat(outbox.row("select state from channel")).isEqualTo("failing");
        assertThat(receiver.ids()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(outbox.rows("select kind from notice where crew_id = 'staff'"))
                .containsExactly("channel.failing");
    }

    @Test
    void comesBackWhenTheReceiverWantsItTo() throws Exception {
        outbox.channel(ChannelKind.WEBHOOK, receiver.address(), SECRET);
        outbox.notice("alert.opened");
        receiver.answers(exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "1800");
            exchange.sendResponseHeaders(429, -1);
        });

        outbox.deliver(way);
        receiver.answers(200);
        outbox.clock.pass(Duration.ofMinutes(29));
        outbox.deliver(way);
        assertThat(receiver.requests).hasSize(1);
        outbox.clock.pass(Duration.ofMinutes(2));
        outbox.deliver(way);

        assertThat(receiver.requests).hasSize(2);
        assertThat(outbox.deliveries()).containsExactly("delivered");
    }

    @Test
    void waitsNotForeverForAnAnswer() throws Exception {
        outbox.channel(ChannelKind.WEBHOOK, receiver.address(), SECRET);
        outbox.notice("alert.opened");
        receiver.answers(exchange -> Thread.sleep(60_000));

        outbox.deliver(way);

        assertThat(outbox.deliveries()).containsExactly("waiting");
        assertThat(outbox.row("select state, last_error from channel")).isEqualTo("failing no answer in time");
    }

    @Test
    void readsNotAllOfAnAnswerWithoutEnd() throws Exception {
        outbox.channel(ChannelKind.WEBHOOK, receiver.address(), SECRET);
        outbox.notice("alert.opened");
        byte[] piece = new byte[16 * 1024];
        long[] written = {0};
        receiver.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            while (written[0] < 1L << 30) {
                exchange.getResponseBody().write(piece);
                written[0] += piece.length;
            }
        });

        outbox.deliver(way);

        assertThat(outbox.deliveries()).containsExactly("delivered");
        org.awaitility.Awaitility.await().during(Duration.ofMillis(500)).until(() -> written[0] < 64 << 20);
    }

    @Test
    void followsNoRedirect() throws Exception {
        outbox.channel(ChannelKind.WEBHOOK, receiver.address(), SECRET);
        outbox.notice("alert.opened");
        receiver.answers(exchange -> {
            exchange.getResponseHeaders().add("Location", "http://169.254.169.254/latest/meta-data");
            exchange.sendResponseHeaders(302, -1);
        });

        outbox.deliver(way);

        assertThat(outbox.row("select state, last_error from channel")).isEqualTo("failing answered 302");
    }

    private static HttpHeaders asHeaders(Request request) {
        Map<String, List<String>> headers = new HashMap<>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        return HttpHeaders.of(headers, (name, value) -> true);
    }
}
