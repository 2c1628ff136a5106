package de.hexapolis.ingest;

import io.quarkus.runtime.Startup;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * The channel {@code telemetry}: a batch is acknowledged when {@link #keep} returns, and it returns when the batch is
 * committed. It is there from the start, so that wrong settings stop the start. Thread-safe; as many batches at once as the worker pool {@code store} has threads.
 */
@Startup
@ApplicationScoped
public class Pipeline {
    private final Intake intake;

    public Pipeline(Intake intake) {
        this.intake = intake;
    }

    /** Keeps a batch, however long the database is away. */
    @Incoming("telemetry")
    @Blocking(value = "store", ordered = false)
    public void keep(TelemetryBatch batch) throws InterruptedException {
        intake.keep(batch.messages());
    }
}
