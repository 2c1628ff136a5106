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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Payloads near the packet limit while nothing is stored: a full window holds more bytes than may be in flight. On a
 * real broker.
 */
class LargePayloadsTest {
    private static final int MESSAGES = 240;
    private static final long MOST_BYTES = 4 << 20;
    private static final String FILLING = "x".repeat(60_000);

    private final String broker = BrokerServer.open().address().toString();
    private final Stall store = new Stall();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<SourceFeed> feeds = new ArrayList<>();

    @AfterEach
    void stop() {
        feeds.forEach(SourceFeed::stopFeeding);
        feeds.forEach(feed -> feed.connection().stop());
    }

    @ParameterizedTest(name = "MQTT 3.1.1: {0}")
    @ValueSource(booleans = {false, true})
    void costNeitherMemoryNorConnectionsNorMessages(boolean legacy) throws Exception {
        Source source = Sources.at(broker, legacy, 200, MOST_BYTES);
        Window window = new Window(source.receiveMaximum(), source.receiveBytes());
        DoorMeters meters = new DoorMeters(registry, source.name());
        BatchPublisher publisher = new BatchPublisher();
        publisher.subscribe(store);
        SourceConnection connection = new SourceConnection(
                source,
                each -> each.legacy() ? new PahoLegacySession(each) : new PahoSession(each),
                window,
                meters,
                Clock.systemUTC());
        feeds.add(new SourceFeed(connection, window, publisher, meters));
        feeds.forEach(SourceFeed::start);
        await().until(() -> connection.trouble().isEmpty());

        try (Publisher device = new Publisher(broker)) {
            for (int n = 0; n < MESSAGES; n++) {
                device.publish(Sources.topic(source, "a"), n + " " + FILLING);
            }
        }
        await().until(() -> meters.overflowed.count() > 0);
        Thread.sleep(5_000);

        assertThat(store.heldBytes()).isLessThanOrEqualTo(MOST_BYTES);
        assertThat(window.bytesInFlight()).isLessThanOrEqualTo(MOST_BYTES);
        assertThat(meters.connections.count()).as("connections while stalled").isEqualTo(1);

        store.recover();
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(meters.acknowledged.count()).isGreaterThanOrEqualTo(MESSAGES));

        assertThat(store.stored().stream().map(LargePayloadsTest::number).distinct())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, MESSAGES).boxed().toList());
        assertThat(store.stored()).as("nothing came twice").hasSize(MESSAGES);
        assertThat(meters.arrived.count()).isEqualTo(meters.acknowledged.count() + meters.stale.count());
        assertThat(meters.connections.count()).isLessThanOrEqualTo(legacy ? 6 : 3);
    }

    private static int number(byte[] payload) {
        String text = new String(payload, StandardCharsets.UTF_8);
        return Integer.parseInt(text.substring(0, text.indexOf(' ')));
    }
}
