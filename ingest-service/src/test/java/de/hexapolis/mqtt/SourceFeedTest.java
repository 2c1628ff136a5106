package de.hexapolis.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.hexapolis.ingest.TelemetryBatch;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The door's rules, with connections that the test controls. */
class SourceFeedTest {
    private final List<ScriptedSession> sessions = new CopyOnWriteArrayList<>();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Downstream downstream = new Downstream();
    private final List<Integer> receiveMaxima = new CopyOnWriteArrayList<>();
    private final AtomicInteger defectsToCome = new AtomicInteger();
    private volatile boolean takenOver;
    private final Source source = Sources.at("tcp://127.0.0.1:1", false, 4, 2 * Source.LARGEST_PACKET_BYTES);
    private final Window window = new Window(4, 1_000);
    private final DoorMeters doorMeters = new DoorMeters(meters, "own");
    private final BatchPublisher publisher = new BatchPublisher();
    private final SourceConnection connection =
            new SourceConnection(source, this::newSession, window, doorMeters, Clock.systemUTC(), Duration.ofMillis(1));
    private final SourceFeed feed = new SourceFeed(connection, window, publisher, doorMeters);

    @BeforeEach
    void start() {
        publisher.subscribe(downstream);
        feed.start();
        await().until(() -> connection.trouble().isEmpty());
    }

    @AfterEach
    void stop() {
        feed.stopFeeding();
        connection.stop();
    }

    @Test
    void acknowledgesNothingBeforeTheBatchIsStored() {
        downstream.request(1);
        session(0).deliver(7);
        Message<TelemetryBatch> batch = downstream.next(0);

        assertThat(session(0).acknowledged).isEmpty();
        batch.ack();

        assertThat(session(0).acknowledged).containsExactly(7);
    }

    @Test
    void acknowledgesInOrderOfArrivalWhicheverBatchIsStoredFirst() {
        downstream.request(2);
        session(0).deliver(1);
        Message<TelemetryBatch> first = downstream.next(0);
        session(0).deliver(2);
        Message<TelemetryBatch> second = downstream.next(1);

        second.ack();
        assertThat(session(0).acknowledged).isEmpty();
        first.ack();

        assertThat(session(0).acknowledged).containsExactly(1, 2);
    }

    @Test
    void emitsNoMoreThanIsAskedFor() {
        session(0).deliver(1);
        session(0).deliver(2);
        session(0).deliver(3);
        assertThat(downstream.batches).isEmpty();

        downstream.request(1);

        assertThat(downstream.next(0).getPayload().messages()).hasSizeBetween(1, 2);
    }

    @Test
    void neverAcknowledgesOnANewConnectionWhatAnOldOneDelivered() {
        downstream.request(1);
        session(0).deliver(7);
        Message<TelemetryBatch> batch = downstream.next(0);

        session(0).drop();
        await().until(() -> sessions.size() == 2 && connection.trouble().isEmpty());
        batch.ack();

        assertThat(session(1).acknowledged).isEmpty();
        assertThat(doorMeters.stale.count()).isEqualTo(1);
    }

    @Test
    void usesAClientObjectForOneConnectionOnly() {
        session(0).drop();

        await().until(() -> sessions.size() == 2 && connection.trouble().isEmpty());

        assertThat(session(0).closed).isTrue();
        assertThat(session(1).closed).isFalse();
    }

    @Test
    void takesNoMoreOnceTheWindowIsFullAndEndsTheConnectionWhenWhatItTookIsStored() {
        for (int packetId = 1; packetId <= 6; packetId++) {
            session(0).deliver(packetId);
        }
        assertThat(doorMeters.overflowed.count()).isEqualTo(2);
        assertThat(window.size()).isEqualTo(4);

        downstream.request(3);
        downstream.next(0).ack();
        session(0).deliver(7);
        assertThat(sessions).as("connections while a batch is under way").hasSize(1);
        downstream.next(1).ack();

        await().until(() -> sessions.size() == 2 && connection.trouble().isEmpty());
        assertThat(session(0).acknowledged).containsExactly(1, 2, 3, 4);
        assertThat(doorMeters.stale.count()).isZero();
    }

    @Test
    void receivesSparinglyAfterAFullWindowAndFullyAgainLater() {
        for (int packetId = 1; packetId <= 5; packetId++) {
            session(0).deliver(packetId);
        }
        downstream.request(2);
        downstream.next(0).ack();
        downstream.next(1).ack();

        await().until(() -> sessions.size() == 3);

        assertThat(receiveMaxima).containsExactly(4, 2, 4);
    }

    @Test
    void endsAConnectionThatTakesNoMoreThoughQos0GoesOn() {
        for (int packetId = 1; packetId <= 5; packetId++) {
            session(0).deliver(packetId);
        }
        downstream.request(2);
        Message<TelemetryBatch> first = downstream.next(0);
        Message<TelemetryBatch> second = downstream.next(1);
        session(0).deliver(0);
        first.ack();
        session(0).deliver(0);
        second.ack();

        await().until(() -> sessions.size() > 1);

        assertThat(session(0).acknowledged).containsExactly(1, 2, 3, 4);
        assertThat(window.size()).as("QoS 0 messages that wait").isEqualTo(2);
    }

    @Test
    void buildsAnewAConnectionThatIsGoneThoughTheClientDoesNotSaySo() {
        session(0).silentlyGone = true;

        await().until(() -> sessions.size() == 2 && connection.trouble().isEmpty());

        assertThat(session(0).closed).isTrue();
    }

    /** Two clients with one id: each takes the broker from the other. */
    @Test
    void comesBackEverMoreSlowlyWhereNoConnectionLasts() {
        takenOver = true;
        session(0).drop();

        await().pollInterval(Duration.ofMillis(100))
                .during(Duration.ofSeconds(6))
                .atMost(Duration.ofSeconds(8))
                .until(() -> sessions.size() < 12);

        assertThat(sessions).hasSizeGreaterThan(1);
    }

    @Test
    void goesOnTryingAfterADefectOfTheClientLibrary() {
        defectsToCome.set(2);
        session(0).drop();

        await().until(() -> sessions.size() == 4 && connection.trouble().isEmpty());

        assertThat(doorMeters.refusals.count()).isEqualTo(2);
        assertThat(session(1).closed).isTrue();
    }

    @Test
    void hasRoomForAFullWindowThatComesAgainOnTheNextConnection() {
        for (int packetId = 1; packetId <= 4; packetId++) {
            session(0).deliver(packetId);
        }
        session(0).drop();
        await().until(() -> sessions.size() == 2 && connection.trouble().isEmpty());

        for (int packetId = 1; packetId <= 4; packetId++) {
            session(1).deliver(packetId);
        }

        assertThat(doorMeters.overflowed.count()).isZero();
        assertThat(connection.trouble()).isEmpty();
        assertThat(window.size()).isEqualTo(4);
        assertThat(doorMeters.stale.count()).isEqualTo(4);
    }

    @Test
    void ignoresWhatABusyCallbackOfALostConnectionStillBrings() {
        ScriptedSession stalled = session(0);
        stalled.drop();
        await().until(() -> sessions.size() == 2 && connection.trouble().isEmpty());

        stalled.deliver(7);

        assertThat(window.size()).isZero();
        assertThat(doorMeters.arrived.count()).isZero();
    }

    @Test
    void countsAFullWindowOfQos0AndStaysConnected() {
        for (int n = 0; n < 6; n++) {
            session(0).deliver(0);
        }

        assertThat(doorMeters.overflowed.count()).isEqualTo(2);
        assertThat(connection.trouble()).isEmpty();
    }

    @Test
    void getsABatchAgainThatWasNotStored() {
        downstream.request(1);
        session(0).deliver(7);

        downstream.next(0).nack(new IllegalStateException("the program stops"));

        await().until(() -> sessions.size() == 2);
        assertThat(session(0).acknowledged).isEmpty();
    }

    @Test
    void countsEveryArrivalAsAcknowledgedStaleOrUnacknowledged() {
        downstream.request(1);
        session(0).deliver(1);
        Message<TelemetryBatch> batch = downstream.next(0);
        session(0).deliver(2);
        batch.ack();

        double unacknowledged =
                meters.get("hexapolis.mqtt.unacknowledged").gauge().value();

        assertThat(doorMeters.arrived.count())
                .isEqualTo(doorMeters.acknowledged.count() + doorMeters.stale.count() + unacknowledged)
                .isEqualTo(2);
    }

    @Test
    void countsAsUnacknowledgedWhatABatchHasTakenButNotYetEmitted() throws Exception {
        session(0).deliver(1);
        session(0).deliver(2);

        window.take(1, 100, Duration.ZERO);

        assertThat(meters.get("hexapolis.mqtt.unacknowledged").gauge().value()).isEqualTo(2);
    }

    private ScriptedSession session(int number) {
        return sessions.get(number);
    }

    private MqttSession newSession(Source each) {
        receiveMaxima.add(each.receiveMaximum());
        ScriptedSession session = new ScriptedSession();
        if (defectsToCome.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            session.defect = new IllegalArgumentException("scripted defect");
        }
        session.takenOver = takenOver;
        sessions.add(session);
        return session;
    }

    private static final class Downstream implements Flow.Subscriber<Message<TelemetryBatch>> {
        private final List<Message<TelemetryBatch>> batches = new CopyOnWriteArrayList<>();
        private Flow.@Nullable Subscription subscription;

        @Override
        public void onSubscribe(Flow.Subscription newSubscription) {
            subscription = newSubscription;
        }

        @Override
        public void onNext(Message<TelemetryBatch> batch) {
            batches.add(batch);
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}

        private void request(long count) {
            Objects.requireNonNull(subscription).request(count);
        }

        private Message<TelemetryBatch> next(int number) {
            await().until(() -> batches.size() > number);
            return batches.get(number);
        }
    }
}
