package de.hexapolis.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.hexapolis.servers.BrokerServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A callback of one connection that is held for eight seconds, on a real broker. */
class HeldCallbackTest {
    private static final int HELD_SECONDS = 8;
    private static final String HELD = "held";

    private final String broker = BrokerServer.open().address().toString();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<SourceFeed> feeds = new ArrayList<>();
    private final CountDownLatch holding = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void stop() {
        feeds.forEach(SourceFeed::stopFeeding);
        feeds.forEach(feed -> feed.connection().stop());
    }

    @Test
    void stopsNoOtherSourceAndCostsNoMessage() throws Exception {
        Stall held = new Stall();
        Stall other = new Stall();
        SourceFeed first = start(held, true);
        SourceFeed second = start(other, false);

        publish(first, HELD, "1", "2", "3");
        assertThat(holding.await(10, TimeUnit.SECONDS)).isTrue();
        publish(second, "a", "b", "c");

        await().atMost(Duration.ofSeconds(HELD_SECONDS / 2))
                .untilAsserted(() -> assertThat(payloads(other)).containsExactly("a", "b", "c"));
        assertThat(payloads(held)).isEmpty();
        await().atMost(Duration.ofSeconds(2 * HELD_SECONDS))
                .untilAsserted(() -> assertThat(payloads(held)).containsExactly(HELD, "1", "2", "3"));
        assertThat(connections(first)).isEqualTo(1);
        assertThat(connections(second)).isEqualTo(1);
    }

    @Test
    void holdsUpNoNewConnectionWhenItsOwnIsCutAndDoublesNothingWhenItReturns() throws Exception {
        Stall store = new Stall();
        SourceFeed feed = start(store, true);
        List<String> sent = Stream.concat(
                        Stream.of(HELD), IntStream.range(0, 20).mapToObj(String::valueOf))
                .toList();
        publish(feed, sent.toArray(String[]::new));
        assertThat(holding.await(10, TimeUnit.SECONDS)).isTrue();

        feed.connection().reconnect("cut by the test");

        await().atMost(Duration.ofSeconds(HELD_SECONDS - 1))
                .untilAsserted(() -> assertThat(payloads(store)).containsExactlyElementsOf(sent));
        assertThat(released.getCount()).as("the callback is still held").isEqualTo(1);
        assertThat(released.await(2 * HELD_SECONDS, TimeUnit.SECONDS)).isTrue();
        Thread.sleep(1_000);
        assertThat(payloads(store)).containsExactlyElementsOf(sent);
        assertThat(connections(feed)).isEqualTo(2);
    }

    private SourceFeed start(Stall store, boolean holds) {
        Source source = Sources.at(broker, false, 100);
        store.recover();
        Window window = new Window(source.receiveMaximum(), source.receiveBytes());
        DoorMeters meters = new DoorMeters(registry, source.name());
        BatchPublisher publisher = new BatchPublisher();
        publisher.subscribe(store);
        SourceConnection connection = new SourceConnection(
                source,
                each -> holds ? new Held(new PahoSession(each)) : new PahoSession(each),
                window,
                meters,
                Clock.systemUTC());
        SourceFeed feed = new SourceFeed(connection, window, publisher, meters);
        feeds.add(feed);
        feed.start();
        await().until(() -> connection.trouble().isEmpty());
        return feed;
    }

    private void publish(SourceFeed feed, String... payloads) throws Exception {
        try (Publisher device = new Publisher(broker)) {
            for (String payload : payloads) {
                device.publish(Sources.topic(feed.connection().source(), "a"), payload);
            }
        }
    }

    private double connections(SourceFeed feed) {
        return registry.get("hexapolis.mqtt.connections")
                .tag("source", feed.connection().source().name())
                .counter()
                .count();
    }

    private static List<String> payloads(Stall store) {
        return store.stored().stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
    }

    /** A connection whose callback does not return for a while when the first message says so. */
    private final class Held implements MqttSession {
        private final MqttSession session;

        private Held(MqttSession session) {
            this.session = session;
        }

        @Override
        public void open(Listener listener) throws SessionRefused {
            session.open(new Listener() {
                @Override
                public void arrived(MqttSession of, int packetId, String topic, byte[] payload) {
                    hold(new String(payload, StandardCharsets.UTF_8));
                    listener.arrived(Held.this, packetId, topic, payload);
                }

                @Override
                public void down(MqttSession of, String reason) {
                    listener.down(Held.this, reason);
                }
            });
        }

        private void hold(String payload) {
            if (payload.equals(HELD) && holding.getCount() > 0) {
                holding.countDown();
                try {
                    Thread.sleep(TimeUnit.SECONDS.toMillis(HELD_SECONDS));
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
                released.countDown();
            }
        }

        @Override
        public boolean acknowledge(int packetId) {
            return session.acknowledge(packetId);
        }

        @Override
        public boolean isConnected() {
            return session.isConnected();
        }

        @Override
        public void close(boolean orderly) {
            session.close(orderly);
        }
    }
}
