package de.hexapolis.mqtt;

import de.hexapolis.ingest.TelemetryBatch;
import de.hexapolis.telemetry.RawMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import org.eclipse.microprofile.reactive.messaging.Message;

/** A store that takes what it is given but keeps none of it until it recovers; then all, at once. Thread-safe. */
final class Stall implements Flow.Subscriber<Message<TelemetryBatch>> {
    private final List<Message<TelemetryBatch>> held = new ArrayList<>();
    private final List<byte[]> stored = new ArrayList<>();
    private boolean stalled = true;

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public synchronized void onNext(Message<TelemetryBatch> batch) {
        if (stalled) {
            held.add(batch);
        } else {
            store(batch);
        }
    }

    @Override
    public void onError(Throwable failure) {}

    @Override
    public void onComplete() {}

    synchronized void recover() {
        stalled = false;
        held.forEach(this::store);
        held.clear();
    }

    synchronized long heldBytes() {
        return held.stream()
                .flatMap(batch -> batch.getPayload().messages().stream())
                .mapToLong(message -> message.payload().length)
                .sum();
    }

    /** Payloads in the order in which they were stored. */
    synchronized List<byte[]> stored() {
        return List.copyOf(stored);
    }

    private void store(Message<TelemetryBatch> batch) {
        batch.getPayload().messages().stream().map(RawMessage::payload).forEach(stored::add);
        Objects.requireNonNull(batch.ack());
    }
}
