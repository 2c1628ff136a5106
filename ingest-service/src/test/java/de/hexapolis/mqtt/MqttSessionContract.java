package de.hexapolis.mqtt;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import de.hexapolis.mqtt.MqttSession.SessionRefused;
import de.hexapolis.servers.BrokerServer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.Test;

/** What any client library behind {@link MqttSession} must do, on a real broker. */
abstract class MqttSessionContract {
    private final String broker = BrokerServer.open().address().toString();
    private final Source source = Sources.at(broker, isLegacy(), 100);

    abstract boolean isLegacy();

    abstract MqttSession session(Source source) throws SessionRefused;

    /** Closes the client object behind the session's back: another thread does so while this one acknowledges. */
    abstract void takeApart(MqttSession session) throws Exception;

    @Test
    void deliversTopicAndBytesAsTheyWereSent() throws Exception {
        Inbox inbox = new Inbox();
        MqttSession session = opened(inbox);

        publish("a", "{\"ä\":1}");

        Arrival arrival = inbox.next();
        assertThat(arrival.topic).isEqualTo(Sources.topic(source, "a"));
        assertThat(arrival.payload).isEqualTo("{\"ä\":1}");
        assertThat(session.acknowledge(arrival.packetId)).isTrue();
        session.close(true);
    }

    @Test
    void getsAgainOnTheNextConnectionWhatItDidNotAcknowledge() throws Exception {
        Inbox inbox = new Inbox();
        MqttSession first = opened(inbox);
        publish("a", "kept");
        publish("a", "lost");
        first.acknowledge(inbox.next().packetId);
        assertThat(inbox.next().payload).isEqualTo("lost");
        settle();
        first.close(false);

        Inbox again = new Inbox();
        MqttSession second = opened(again);
        Arrival arrival = again.next();

        assertThat(arrival.payload).isEqualTo("lost");
        second.acknowledge(arrival.packetId);
        second.close(true);
    }

    @Test
    void acknowledgesNothingOnAConnectionThatIsGone() throws Exception {
        Inbox inbox = new Inbox();
        MqttSession session = opened(inbox);
        publish("a", "x");
        int packetId = inbox.next().packetId;

        session.close(false);

        assertThat(session.acknowledge(packetId)).isFalse();
        MqttSession next = opened(new Inbox());
        next.close(true);
    }

    @Test
    void acknowledgesNothingOnAClientThatIsTakenApartMeanwhile() throws Exception {
        MqttSession session = opened(new Inbox());

        takeApart(session);

        assertThat(session.acknowledge(1)).isFalse();
        session.close(false);
    }

    @Test
    void keepsWhatArrivesWhileNobodyIsConnected() throws Exception {
        opened(new Inbox()).close(true);

        publish("a", "meanwhile");

        Inbox inbox = new Inbox();
        MqttSession session = opened(inbox);
        Arrival arrival = inbox.next();
        assertThat(arrival.payload).isEqualTo("meanwhile");
        session.acknowledge(arrival.packetId);
        session.close(true);
    }

    @Test
    void deliversAPayloadThatIsTooLargeSoThatItCanBeRefusedAboveBoard() throws Exception {
        Inbox inbox = new Inbox();
        MqttSession session = opened(inbox);
        String payload = "x".repeat(65_600);

        publish("a", payload);
        Arrival overMqtt5 = inbox.next();
        session.acknowledge(overMqtt5.packetId);
        LegacyPublisher.publish(broker, Sources.topic(source, "a"), payload);
        Arrival overLegacy = inbox.next();
        session.acknowledge(overLegacy.packetId);

        assertThat(overMqtt5.payload).isEqualTo(payload);
        assertThat(overLegacy.payload).isEqualTo(payload);
        session.close(true);
    }

    @Test
    void saysThatTheBrokerRefusesTheSubscription() throws Exception {
        try (GrudgingBroker broker = new GrudgingBroker(isLegacy(), isLegacy() ? 0x80 : 0x87)) {
            MqttSession session = session(Sources.at(broker.address(), isLegacy(), 10));

            assertThatThrownBy(() -> session.open(new Inbox()))
                    .isInstanceOf(SessionRefused.class)
                    .hasMessageContaining("refuses the subscription to 'tests/");
            session.close(false);
        }
    }

    @Test
    void refusesABrokerThatGrantsLessThanTheSourcePromises() throws Exception {
        try (GrudgingBroker broker = new GrudgingBroker(isLegacy(), 0)) {
            MqttSession session = session(Sources.at(broker.address(), isLegacy(), 10));

            assertThatThrownBy(() -> session.open(new Inbox()))
                    .isInstanceOf(SessionRefused.class)
                    .hasMessageContaining("QoS 0, not 1")
                    .hasMessageContaining("qos=0");
            session.close(false);
        }
    }

    @Test
    void saysThatABrokerIsAway() throws Exception {
        Source nowhere = Sources.at("tcp://127.0.0.1:1", isLegacy(), 10);
        MqttSession session = session(nowhere);

        assertThatThrownBy(() -> session.open(new Inbox())).isInstanceOf(SessionRefused.class);
        session.close(false);
    }

    @Test
    void saysThatAFilterIsNone() throws Exception {
        MqttSession session = session(Sources.subscribing(broker, isLegacy(), "v1/x#"));

        assertThatThrownBy(() -> session.open(new Inbox()))
                .isInstanceOf(SessionRefused.class)
                .hasMessageContaining("v1/x#");
        session.close(false);
    }

    @Test
    void deliversInTheOrderOfPublishing() throws Exception {
        Inbox inbox = new Inbox();
        MqttSession session = opened(inbox);
        List<String> sent = List.of("1", "2", "3", "4", "5");
        for (String payload : sent) {
            publish("a", payload);
        }

        List<String> got = new CopyOnWriteArrayList<>();
        for (int n = 0; n < sent.size(); n++) {
            Arrival arrival = inbox.next();
            got.add(arrival.payload);
            session.acknowledge(arrival.packetId);
        }

        assertThat(got).isEqualTo(sent);
        session.close(true);
    }

    private MqttSession opened(Inbox inbox) throws SessionRefused {
        MqttSession session = session(source);
        session.open(inbox);
        await().until(session::isConnected);
        return session;
    }

    private void publish(String last, String payload) throws Exception {
        try (Publisher publisher = new Publisher(broker)) {
            publisher.publish(Sources.topic(source, last), payload);
        }
    }

    /** An acknowledgement leaves by a thread of the client library: give the broker a sign that it has arrived. */
    private void settle() throws Exception {
        Source other = Sources.at(broker, isLegacy(), 10);
        MqttSession probe = session(other);
        probe.open(new Inbox());
        probe.close(true);
    }

    private record Arrival(int packetId, String topic, String payload) {}

    private static final class Inbox implements MqttSession.Listener {
        private final LinkedBlockingQueue<Arrival> arrivals = new LinkedBlockingQueue<>();

        @Override
        public void arrived(MqttSession session, int packetId, String topic, byte[] payload) {
            arrivals.add(new Arrival(packetId, topic, new String(payload, StandardCharsets.UTF_8)));
        }

        @Override
        public void down(MqttSession session, String reason) {}

        private Arrival next() throws InterruptedException {
            Arrival arrival = arrivals.poll(10, SECONDS);
            assertThat(arrival).as("a message within ten seconds").isNotNull();
            return Objects.requireNonNull(arrival);
        }
    }
}
