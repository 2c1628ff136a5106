package de.hexapolis.kafka;

import de.hexapolis.ingest.TelemetryBatch;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.jspecify.annotations.Nullable;

/** Acknowledges a batch once, when the last of its records is settled, unless one was refused. Thread-safe. */
final class Settlement {
    private final Message<TelemetryBatch> batch;
    private final AtomicInteger open;
    private final AtomicReference<@Nullable Throwable> refusal = new AtomicReference<>();

    Settlement(Message<TelemetryBatch> batch) {
        this.batch = batch;
        this.open = new AtomicInteger(batch.getPayload().messages().size());
    }

    /** Kafka has one more record. */
    CompletionStage<Void> kept() {
        return settle();
    }

    /** Kafka will never have this record; those of the batch that it has come again, which changes nothing. */
    CompletionStage<Void> refused(Throwable reason) {
        refusal.compareAndSet(null, reason);
        return settle();
    }

    private CompletionStage<Void> settle() {
        if (open.decrementAndGet() > 0) {
            return CompletableFuture.completedFuture(null);
        }
        Throwable reason = refusal.get();
        return reason == null ? batch.ack() : batch.nack(reason);
    }
}
