package de.hexapolis.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import de.hexapolis.delivery.HttpReceiver.Request;
import de.hexapolis.mqtt.Publishers;
import de.hexapolis.mqtt.RetainedPublisher;
import de.hexapolis.servers.BrokerServer;
import de.hexapolis.telemetry.PlatformClock;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What somebody gets who tries a channel, and what nobody else gets. */
class ATestReachesItsChannelAloneTest {
    private static final String SECRET = StandardSignature.newSecret();

    /** What would keep a channel from being told of a test, were it a notice as any other. */
    private static final String HARDLY_ANYTHING = "{\"kinds\": [\"order\"], \"severity_from\": \"critical\"}";

    @RegisterExtension
    final Outbox outbox = new Outbox();

    private final HttpReceiver receiver = new HttpReceiver();
    private final HttpReceiver other = new HttpReceiver();
    private final PinnedPost http = HttpReceiver.post(SharedVertx.VERTX, Duration.ofMillis(1_500));
    private final Way webhooks = new WebhookWay(http, Clock.systemUTC());

    @AfterEach
    void close() {
        receiver.close();
        other.close();
        http.close();
    }

    @Test
    void postsOneSignedTestInBothLanguagesAndNothingToOthers() throws Exception {
        long channel = outbox.channel(ChannelKind.WEBHOOK, receiver.address(), SECRET, "'nord'", HARDLY_ANYTHING);
        outbox.channel(ChannelKind.WEBHOOK, other.address(), SECRET);
        outbox.channel(ChannelKind.MAIL, "a@fulda.example", "");
        outbox.channel(ChannelKind.MQTT, "v1", "");

        String id = test(channel).orElseThrow().toString();
        outbox.deliver(webhooks);
        outbox.clock.pass(Duration.ofDays(2));
        outbox.deliver(webhooks);

        assertThat(receiver.ids()).containsExactly(id);
        assertThat(other.requests).isEmpty();
        assertThat(outbox.rows("select channel_id, state from delivery")).containsExactly(channel + " delivered");
        Request request = receiver.requests.get(0);
        new Webhook(SECRET).verify(new String(request.body(), StandardCharsets.UTF_8), asHeaders(request));
        JsonNode event = new ObjectMapper().readTree(request.body());
        assertThat(event.path("type").asText()).isEqualTo("de.hexapolis.channel.test");
        assertThat(event.path("subject").asText()).isEqualTo("tests/" + channel);
        assertThat(event.at("/data/test").asBoolean()).isTrue();
        assertThat(event.at("/data/title/de").asText())
                .isEqualTo("Testnachricht an den Kanal „Test“, es ist nichts zu tun");
        assertThat(event.at("/data/title/en").asText())
                .isEqualTo("Test message to the channel \"Test\", there is nothing to do");
    }

    @Test
    void isTriedAgainAsAnyNoticeAndShowsHowTheChannelDoes() throws Exception {
        long channel = outbox.channel(ChannelKind.WEBHOOK, receiver.address(), SECRET);
        receiver.answers(500);
        test(channel);

        outbox.deliver(webhooks);
        assertThat(outbox.row("select state, last_error from channel")).isEqualTo("failing answered 500");
        assertThat(outbox.deliveries()).containsExactly("waiting");
        receiver.answers(204);
        outbox.clock.pass(Duration.ofMinutes(20));
        outbox.deliver(webhooks);

        assertThat(receiver.ids()).hasSize(2).containsOnly(receiver.ids().get(0));
        assertThat(outbox.row("select state, last_success_at is not null from channel"))
                .isEqualTo("active t");
        assertThat(outbox.deliveries()).containsExactly("delivered");
        assertThat(outbox.counted("spread", ChannelKind.WEBHOOK)).isEqualTo(1);
        assertThat(outbox.counted("delivered", ChannelKind.WEBHOOK)).isEqualTo(1);
    }

    /** Tried every hour, it rests for minutes after each; what waits for it is due all the same. */
    private long failingWithABacklog() throws Exception {
        long channel = outbox.channel(ChannelKind.WEBHOOK, receiver.address(), SECRET, "'nord'", "{}");
        receiver.answers(500);
        for (int i = 0; i < 40; i++) {
            outbox.notice("alert.opened");
        }
        for (int hour = 0; hour < 3; hour++) {
            outbox.deliver(webhooks);
            outbox.clock.pass(Duration.ofHours(1));
        }
        outbox.deliver(webhooks);
        outbox.execute("update delivery set not_before = '2026-07-01Z'");
        receiver.requests.clear();
        return channel;
    }

    @Test
    void isTriedAtOnceAndFirstThoughTheChannelRestsAndHasABacklog() throws Exception {
        long channel = failingWithABacklog();
        outbox.deliver(webhooks);
        assertThat(receiver.requests).isEmpty();

        String id = test(channel).orElseThrow().toString();
        outbox.spread();
        assertThat(outbox.deliverer(webhooks).round()).isTrue();

        assertThat(receiver.ids()).contains(id);
        assertThat(
                        outbox.row(
                                "select attempts from delivery d join notice n using (notice_id) where n.kind = 'channel.test'"))
                .isEqualTo("1");
        assertThat(outbox.deliverer(webhooks).round()).isFalse();
    }

    @Test
    void isTriedAtOnceThoughItCameWhileTheChannelWasFailing() throws Exception {
        long channel = failingWithABacklog();
        outbox.clock.pass(Duration.ofHours(1));
        AtomicReference<String> id = new AtomicReference<>("");
        receiver.answers(exchange -> {
            if (id.compareAndSet("", "being put")) {
                id.set(testAndSpread(channel));
            }
            exchange.sendResponseHeaders(500, -1);
        });

        assertThat(outbox.deliverer(webhooks).round()).isTrue();
        assertThat(receiver.ids()).doesNotContain(id.get());
        assertThat(outbox.deliverer(webhooks).round()).isTrue();

        assertThat(receiver.ids()).contains(id.get());
        assertThat(outbox.deliverer(webhooks).round()).isFalse();
    }

    @Test
    void standsBeforeWhatWaitsWhichKeepsItsOrder() throws Exception {
        long channel = outbox.channel(ChannelKind.WEBHOOK, receiver.address(), SECRET, "'nord'", "{}");
        String first = outbox.notice("alert.opened");
        String second = outbox.notice("alert.opened");
        String third = outbox.notice("alert.opened");
        String id = test(channel).orElseThrow().toString();
        outbox.spread();

        assertThat(due(1)).containsExactly(id);
        assertThat(due(3)).containsExactly(id, first, second);
        assertThat(due(9)).containsExactly(id, first, second, third);
    }

    private List<String> due(int atMost) throws SQLException {
        Instant now = outbox.clock.instant();
        return Transactions.in(outbox.database(), connection -> {
            Channel channel = LeaseChannel.on(connection, ChannelKind.WEBHOOK, "one", now, now.plusSeconds(60))
                    .orElseThrow();
            return ReadParcels.on(connection, channel, now, atMost).stream()
                    .map(parcel -> parcel.id().toString())
                    .toList();
        });
    }

    private String testAndSpread(long channel) {
        try {
            String id = test(channel).orElseThrow().toString();
            outbox.spread();
            return id;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Test
    void isGivenUpAfterADayWithoutAWordToTheStaffWhoKnow() throws Exception {
        long channel = outbox.channel(ChannelKind.WEBHOOK, receiver.address(), SECRET);
        receiver.answers(500);
        test(channel);
        outbox.deliver(webhooks);
        outbox.clock.pass(Duration.ofHours(25));

        outbox.deliver(webhooks);

        assertThat(outbox.deliveries()).containsExactly("given_up");
        assertThat(outbox.rows("select kind from notice")).containsExactly("channel.test");
    }

    @Test
    void mayBeHadOnceAMinute() throws Exception {
        long channel = outbox.channel(ChannelKind.WEBHOOK, receiver.address(), SECRET);
        long second = outbox.channel(ChannelKind.WEBHOOK, other.address(), SECRET);

        assertThat(test(channel)).isPresent();
        assertThat(test(channel)).isEmpty();
        assertThat(test(second)).isPresent();
        outbox.clock.pass(Duration.ofMinutes(1));
        assertThat(test(channel)).isPresent();
    }

    @Test
    void isAMailOfItsOwnAtOnceThatSaysSoInItsSubject() throws Exception {
        String digest = "{\"digest\": {\"below\": \"critical\", \"at\": [\"06:15\"]}, \"language\": \"%s\"}";
        try (SmtpServer server = new SmtpServer();
                Mailing mailing = new Mailing(server.port())) {
            long german = outbox.channel(ChannelKind.MAIL, "nord@fulda.example", "", "'nord'", digest.formatted("de"));
            long english = outbox.channel(ChannelKind.MAIL, "sued@fulda.example", "", "'nord'", digest.formatted("en"));
            outbox.notice("alert.opened", outbox.alert(), 3);
            test(german);
            test(english);

            outbox.deliver(mailing.way);

            assertThat(server.mails)
                    .extracting(mail -> mail.to() + " " + mail.header("Subject"))
                    .hasSize(4)
                    .anyMatch(mail -> mail.startsWith("nord@fulda.example") && mail.contains("Test"))
                    .anyMatch(mail ->
                            mail.equals("sued@fulda.example Test: Test message to the channel \"Test\", there is"
                                    + " nothing to do"));
        }
    }

    @Test
    void liesOnATopicOfItsOwn() throws Exception {
        String broker = BrokerServer.open().address().toString();
        String prefix = "test-" + UUID.randomUUID();
        long channel = outbox.channel(ChannelKind.MQTT, prefix, "");
        try (RetainedPublisher publisher = Publishers.at(broker);
                Subscriber there = new Subscriber(broker, prefix + "/#")) {
            String id = test(channel).orElseThrow().toString();

            outbox.deliver(new MqttWay(publisher, PlatformClock.realTime()));

            await().until(() -> there.got.size() == 1);
            assertThat(there.got.get(0).topic()).isEqualTo(prefix + "/fulda/tests/" + channel);
            assertThat(there.got.get(0).idProperty()).isEqualTo(id);
        }
        assertThat(outbox.deliveries()).containsExactly("delivered");
    }

    @Test
    void triesAChannelOfAllCitiesAsOfTheFirst() throws Exception {
        outbox.execute("insert into city (city_id, name, zone) values ('bensheim', 'Bensheim', 'Europe/Berlin')");
        long channel = outbox.channel(ChannelKind.WEBHOOK, receiver.address(), SECRET);
        outbox.execute("update channel set city_id = null");

        test(channel);
        outbox.deliver(webhooks);

        assertThat(new ObjectMapper()
                        .readTree(receiver.requests.get(0).body())
                        .path("source")
                        .asText())
                .isEqualTo("/v1/bensheim");
    }

    private Optional<UUID> test(long channel) throws SQLException {
        return Transactions.in(
                outbox.database(), connection -> TestNotice.on(connection, channel, outbox.clock.instant()));
    }

    private static HttpHeaders asHeaders(Request request) {
        Map<String, List<String>> headers = new HashMap<>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        return HttpHeaders.of(headers, (name, value) -> true);
    }
}
