package de.hexapolis.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.hexapolis.delivery.Subscriber.Got;
import de.hexapolis.mqtt.Publishers;
import de.hexapolis.mqtt.RetainedPublisher;
import de.hexapolis.servers.ArtemisBroker;
import de.hexapolis.servers.BrokerServer;
import de.hexapolis.servers.FreePort;
import de.hexapolis.telemetry.PlatformClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What dashboards find on the broker, whenever they come. */
class MqttRetainedTest {
    private static final String BROKER = BrokerServer.open().address().toString();

    @RegisterExtension
    final Outbox outbox = new Outbox();

    private final String prefix = "test-" + UUID.randomUUID();
    private final RetainedPublisher publisher = Publishers.at(BROKER);
    private final Way way = new MqttWay(publisher, PlatformClock.realTime());

    @AfterEach
    void close() {
        publisher.close();
    }

    @Test
    void keepsTheLastStateOfEachAlertForWhoComesLater() throws Exception {
        outbox.channel(ChannelKind.MQTT, prefix, "");
        long first = outbox.alert();
        long second = outbox.alert();
        outbox.notice("alert.opened", first, 1);
        String last = outbox.notice("alert.changed", first, 2);
        String other = outbox.notice("alert.opened", second, 1);

        outbox.deliver(way);

        try (Subscriber late = new Subscriber(BROKER, prefix + "/fulda/alerts/+")) {
            await().until(() -> late.got.size() >= 2);
            assertThat(late.got)
                    .extracting(Got::topic)
                    .containsExactlyInAnyOrder(prefix + "/fulda/alerts/" + first, prefix + "/fulda/alerts/" + second);
            assertThat(late.got).extracting(Got::idProperty).containsExactlyInAnyOrder(last, other);
            assertThat(late.got).allMatch(Got::retained);
            assertThat(late.got).extracting(Got::contentType).containsOnly("application/cloudevents+json");
        }
        assertThat(outbox.deliveries()).containsOnly("delivered");
    }

    @Test
    void tellsWhoIsThereAllOfItInItsOrder() throws Exception {
        outbox.channel(ChannelKind.MQTT, prefix, "");
        long alert = outbox.alert();
        try (Subscriber there = new Subscriber(BROKER, prefix + "/#")) {
            List<String> ids = List.of(
                    outbox.notice("alert.opened", alert, 1),
                    outbox.notice("order.opened", alert, 1),
                    outbox.notice("alert.changed", alert, 2),
                    outbox.notice("alert.closed", alert, 2));

            outbox.deliver(way);

            await().until(() -> there.got.size() >= 4);
            assertThat(there.got).extracting(Got::idProperty).containsExactlyInAnyOrderElementsOf(ids);
            assertThat(there.got.stream()
                            .filter(got -> got.topic().contains("/alerts/"))
                            .map(got -> got.event().path("type").asText()))
                    .containsExactly(
                            "de.hexapolis.alert.opened", "de.hexapolis.alert.changed", "de.hexapolis.alert.closed");
            assertThat(there.got).anyMatch(got -> got.topic().startsWith(prefix + "/fulda/orders/"));
        }
    }

    /** A day takes two seconds of this clock. */
    @Test
    void leavesTheTopicEmptyADayAfterItIsOver() throws Exception {
        PlatformClock fast = PlatformClock.of(Instant.now(), Instant.now(), 43_200);
        outbox.channel(ChannelKind.MQTT, prefix, "");
        long alert = outbox.alert();
        outbox.notice("alert.opened", alert, 1);
        outbox.notice("alert.closed", alert, 1);

        outbox.deliver(new MqttWay(publisher, fast));

        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    try (Subscriber late = new Subscriber(BROKER, prefix + "/#")) {
                        Thread.sleep(500);
                        return late.got.isEmpty();
                    }
                });
    }

    @Test
    void waitsForABrokerThatIsAwayAndKeepsTheOrder(@TempDir Path folder) throws Exception {
        int port = FreePort.find();
        outbox.channel(ChannelKind.MQTT, prefix, "");
        long alert = outbox.alert();
        outbox.notice("alert.opened", alert, 1);
        try (RetainedPublisher own = Publishers.at("tcp://127.0.0.1:" + port)) {
            Way there = new MqttWay(own, PlatformClock.realTime());
            outbox.deliver(there);
            assertThat(outbox.row("select state from channel")).isEqualTo("failing");
            String last = outbox.notice("alert.closed", alert, 1);
            outbox.clock.pass(Duration.ofMinutes(20));

            try (ArtemisBroker broker = ArtemisBroker.start(ArtemisBroker.Settings.on(folder, port));
                    Subscriber subscriber = new Subscriber(broker.address().toString(), prefix + "/#")) {
                outbox.deliver(there);

                await().until(() -> subscriber.got.size() == 2);
                assertThat(subscriber.got.get(1).idProperty()).isEqualTo(last);
            }
        }
        assertThat(outbox.deliveries()).containsExactly("delivered", "delivered");
        assertThat(outbox.row("select state, failing_since from channel")).isEqualTo("active null");
    }

    @Test
    void keepsTryingTheLastWordOfAnAlertHoweverLongTheBrokerIsAway() throws Exception {
        outbox.channel(ChannelKind.MQTT, prefix, "");
        long alert = outbox.alert();
        outbox.notice("alert.opened", alert, 1);
        String last = outbox.notice("alert.closed", alert, 1);
        try (RetainedPublisher nowhere = Publishers.at("tcp://127.0.0.1:" + FreePort.find())) {
            Way away = new MqttWay(nowhere, PlatformClock.realTime());
            outbox.deliver(away);
            for (int day = 0; day < 3; day++) {
                outbox.clock.pass(Duration.ofHours(25));
                outbox.deliver(away);
                outbox.clock.pass(Duration.ofMinutes(20));
                outbox.deliver(away);
            }
        }
        assertThat(outbox.deliveries()).containsExactly("given_up", "waiting");
        assertThat(outbox.rows("select kind from notice where kind like 'channel.%'"))
                .as("its staff hear of it once a day")
                .hasSize(3);

        outbox.clock.pass(Duration.ofMinutes(20));
        outbox.deliver(way);

        try (Subscriber late = new Subscriber(BROKER, prefix + "/#")) {
            await().until(() -> late.got.size() == 1);
            assertThat(late.got.get(0).idProperty()).isEqualTo(last);
        }
    }

    @Test
    void letsNothingOvertakeWhatTheBrokerRefusesNowAndHoldsUpNoOtherAlert() throws Exception {
        outbox.channel(ChannelKind.MQTT, prefix, "");
        long refused = outbox.alert();
        long other = outbox.alert();
        String first = outbox.notice("alert.opened", refused, 1);
        String second = outbox.notice("alert.closed", refused, 1);
        String third = outbox.notice("alert.opened", other, 1);
        Grudging broker = new Grudging(first);
        Way grudged = new MqttWay(broker, PlatformClock.realTime());

        outbox.deliver(grudged);
        assertThat(broker.taken).containsExactly(third);
        outbox.clock.pass(Duration.ofMinutes(1));
        broker.refuses = "";
        outbox.deliver(grudged);

        assertThat(broker.taken).containsExactly(third, first, second);
    }

    @Test
    void deliversWhatComesWhileTheBrokerRefusesOneMessageAlone() throws Exception {
        outbox.channel(ChannelKind.MQTT, prefix, "");
        String refused = outbox.notice("alert.opened");
        Grudging broker = new Grudging(refused);
        Way grudged = new MqttWay(broker, PlatformClock.realTime());
        outbox.deliver(grudged);
        assertThat(broker.taken).isEmpty();

        String next = outbox.notice("alert.opened");
        outbox.deliver(grudged);

        assertThat(broker.taken).as("without any pause").containsExactly(next);
        assertThat(outbox.deliveries()).containsExactly("waiting", "delivered");
    }

    /** Takes all but one. */
    private static final class Grudging implements RetainedPublisher {
        private final List<String> taken = new ArrayList<>();
        private String refuses;

        Grudging(String refuses) {
            this.refuses = refuses;
        }

        @Override
        public List<Answer> publish(List<State> states, Duration patience) {
            List<Answer> answers = new ArrayList<>();
            for (State state : states) {
                boolean takes = !state.id().equals(refuses);
                answers.add(takes ? Answer.TAKEN : Answer.NOT_NOW);
                if (takes) {
                    taken.add(state.id());
                }
            }
            return answers;
        }

        @Override
        public void close() {}
    }
}
