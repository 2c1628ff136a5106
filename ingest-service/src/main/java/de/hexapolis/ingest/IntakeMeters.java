package de.hexapolis.ingest;

import de.hexapolis.store.Outcome;
import de.hexapolis.store.WriteResult.Committed;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts messages so that they add up: received = stored + duplicate + ignored + quarantined + in flight. All meters
 * are there from the start. Thread-safe.
 */
final class IntakeMeters {
    final Counter received;
    final Timer decoding;
    final Timer storing;
    final Counter retries;

    private final Map<Outcome, Counter> outcomes = new EnumMap<>(Outcome.class);
    private final Counter observations;
    private final Counter duplicateObservations;
    private final Counter conflicts;
    private final DistributionSummary batchSize;
    private final AtomicInteger inFlight = new AtomicInteger();

    IntakeMeters(MeterRegistry registry) {
        received = counter(registry, "hexapolis.messages.received", "Messages that the pipeline took");
        for (Outcome outcome : Outcome.values()) {
            String name = "hexapolis.messages." + outcome.name().toLowerCase(Locale.ROOT);
            outcomes.put(outcome, counter(registry, name, "Messages of this outcome"));
        }
        Gauge.builder("hexapolis.messages.in.flight", inFlight, AtomicInteger::get)
                .description("Messages that the pipeline took and has not settled")
                .register(registry);
        observations = counter(registry, "hexapolis.observations.stored", "Observations that were new");
        duplicateObservations =
                counter(registry, "hexapolis.observations.duplicate", "Observations that were stored before");
        conflicts = counter(
                registry, "hexapolis.observations.conflicting", "Observations stored before with another value");
        retries = counter(
                registry,
                "hexapolis.store.retries",
                "Attempts to store a batch that failed: the database was away, full, locked or too slow");
        decoding = timer(registry, "hexapolis.decode", "Decoding a batch");
        storing = timer(registry, "hexapolis.store.write", "Storing a batch, until the commit");
        batchSize = DistributionSummary.builder("hexapolis.batch.messages")
                .description("Messages of a batch")
                .register(registry);
    }

    void took(int messages) {
        received.increment(messages);
        batchSize.record(messages);
        inFlight.addAndGet(messages);
    }

    void settled(Committed result) {
        result.outcomes().forEach(outcome -> counterOf(outcome).increment());
        observations.increment(result.observations());
        duplicateObservations.increment(result.duplicates());
        conflicts.increment(result.conflicts());
        inFlight.addAndGet(-result.outcomes().size());
    }

    private Counter counterOf(Outcome outcome) {
        return Objects.requireNonNull(outcomes.get(outcome));
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
        return Counter.builder(name).description(description).register(registry);
    }

    private static Timer timer(MeterRegistry registry, String name, String description) {
        return Timer.builder(name).description(description).register(registry);
    }
}
