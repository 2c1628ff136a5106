package de.hexapolis.query.live;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;

/** Shows who listens; docs/METRICS.md. Thread-safe. */
@Singleton
public final class LiveMeters implements MeterBinder {
    private final Streams streams;

    public LiveMeters(Streams streams) {
        this.streams = streams;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("hexapolis.live.streams", streams, Streams::size).register(registry);
        FunctionCounter.builder("hexapolis.live.too.slow", streams, Streams::tooSlow)
                .register(registry);
    }
}
