package de.hexapolis.mqtt;

import de.hexapolis.ingest.TelemetryBatch;
import java.util.concurrent.Flow;
import java.util.concurrent.Semaphore;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * Emits batches to its one subscriber, never more than it asked for: a source waits here, and its window fills, until
 * the store is ready for more. Thread-safe.
 */
final class BatchPublisher implements Flow.Publisher<Message<TelemetryBatch>>, Flow.Subscription {
    private final Semaphore demand = new Semaphore(0);
    private volatile Flow.Subscriber<? super Message<TelemetryBatch>> subscriber = new NobodyYet();

    @Override
    public void subscribe(Flow.Subscriber<? super Message<TelemetryBatch>> newSubscriber) {
        subscriber = newSubscriber;
        newSubscriber.onSubscribe(this);
    }

    @Override
    public void request(long count) {
        demand.release((int) Math.min(count, Integer.MAX_VALUE - demand.availablePermits()));
    }

    @Override
    public void cancel() {
        demand.drainPermits();
    }

    /** Waits until one more batch is wanted. */
    void awaitDemand() throws InterruptedException {
        demand.acquire();
    }

    /** Hands on one batch, after {@link #awaitDemand()}. */
    synchronized void emit(Message<TelemetryBatch> batch) {
        subscriber.onNext(batch);
    }

    private static final class NobodyYet implements Flow.Subscriber<Message<TelemetryBatch>> {
        @Override
        public void onSubscribe(Flow.Subscription subscription) {}

        @Override
        public void onNext(Message<TelemetryBatch> batch) {
            throw new IllegalStateException("a batch was emitted though nobody asked for one");
        }

        @Override
        public void onError(Throwable failure) {}

        @Override
        public void onComplete() {}
    }
}
