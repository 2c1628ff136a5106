package de.hexapolis.query.answer;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** Shows the bound of large answers, and who met it; docs/METRICS.md. Thread-safe. */
@Singleton
public final class AnswerMeters implements MeterBinder {
    private final BytesInFlight inFlight;

    public AnswerMeters(BytesInFlight inFlight) {
        this.inFlight = inFlight;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("hexapolis.answers.free.bytes", inFlight, BytesInFlight::free)
                .register(registry);
        FunctionCounter.builder("hexapolis.answers.busy", inFlight, BytesInFlight::refused)
                .register(registry);
    }
}
