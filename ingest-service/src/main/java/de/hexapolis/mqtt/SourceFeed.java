package de.hexapolis.mqtt;

import de.hexapolis.ingest.TelemetryBatch;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jboss.logging.Logger;

/**
 * Takes batches from a source's window when there is demand, emits them, and acknowledges their messages in order of
 * arrival once they are stored. Thread-safe; owns one thread.
 */
final class SourceFeed {
    private static final Logger LOG = Logger.getLogger(SourceFeed.class);
    private static final Duration LOOK = Duration.ofMillis(500);

    private final SourceConnection connection;
    private final Window window;
    private final BatchPublisher publisher;
    private final DoorMeters meters;
    private final AcknowledgementOrder order = new AcknowledgementOrder(this::acknowledge, this::abandon);
    private final Thread feeder;
    private volatile boolean stopping;

    SourceFeed(SourceConnection connection, Window window, BatchPublisher publisher, DoorMeters meters) {
        this.connection = connection;
        this.window = window;
        this.publisher = publisher;
        this.meters = meters;
        this.feeder = new Thread(this::feed, "mqtt-feed-" + connection.source().name());
        meters.gauge(
                "hexapolis.mqtt.unacknowledged",
                "Messages that arrived and are not yet acknowledged",
                window::messagesInFlight);
        meters.gauge(
                "hexapolis.mqtt.connected",
                "1 when connected and subscribed",
                () -> connection.trouble().isEmpty() ? 1 : 0);
        meters.gauge(
                "hexapolis.mqtt.oldest.unacknowledged.seconds",
                "How long the oldest batch has been waiting for the store",
                order::oldestSeconds);
    }

    void start() {
        connection.start();
        feeder.start();
    }

    SourceConnection connection() {
        return connection;
    }

    /** Emits no more; what is emitted may still be stored and acknowledged. */
    void stopFeeding() {
        stopping = true;
        feeder.interrupt();
    }

    /** Whether all that was emitted is acknowledged. */
    boolean isSettled() {
        return order.messages() == 0;
    }

    private void feed() {
        try {
            while (!stopping) {
                if (window.awaitFirst(LOOK)) {
                    publisher.awaitDemand();
                    emit(window.take(
                            connection.source().batchMessages(),
                            connection.source().batchBytes(),
                            connection.source().batchLinger()));
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void emit(List<Delivery> deliveries) {
        AcknowledgementOrder.Place place = order.enter(deliveries);
        TelemetryBatch batch =
                new TelemetryBatch(deliveries.stream().map(Delivery::message).toList());
        publisher.emit(Message.of(
                batch,
                () -> {
                    place.stored();
                    return CompletableFuture.completedFuture(null);
                },
                failure -> {
                    LOG.warnf(
                            "source %s: a batch of %d was not stored (%s); the broker will send it again",
                            connection.source().name(), deliveries.size(), failure);
                    connection.reconnect("a batch was not stored");
                    place.abandoned();
                    return CompletableFuture.completedFuture(null);
                }));
    }

    private void abandon(List<Delivery> deliveries) {
        meters.stale.increment(deliveries.size());
        window.settled(deliveries);
    }

    private void acknowledge(List<Delivery> deliveries) {
        int sent = 0;
        int stale = 0;
        for (Delivery delivery : deliveries) {
            if (delivery.packetId() == 0 || delivery.session().acknowledge(delivery.packetId())) {
                sent++;
            } else {
                stale++;
            }
        }
        meters.acknowledged.increment(sent);
        meters.stale.increment(stale);
        window.settled(deliveries);
    }
}
