package de.hexapolis.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** What deliveries count, by kind of channel: spread = delivered + given up + superseded + waiting. Thread-safe. */
final class DeliveryMeters {
    private final Map<ChannelKind, Counter> spread;
    private final Map<ChannelKind, Counter> delivered;
    private final Map<ChannelKind, Counter> failed;
    private final Map<ChannelKind, Counter> givenUp;
    private final Map<ChannelKind, Counter> superseded;
    private final Map<ChannelKind, AtomicLong> waiting;
    private final Map<ChannelKind, AtomicLong> failing;
    private final AlertTurns turns;

    DeliveryMeters(MeterRegistry registry) {
        spread = counters(registry, "hexapolis.deliveries.spread", "Notices that a channel is to be told");
        delivered = counters(registry, "hexapolis.deliveries.delivered", "Notices that arrived and are marked so");
        failed = counters(registry, "hexapolis.deliveries.failed", "Attempts that failed and are made again later");
        givenUp = counters(
                registry, "hexapolis.deliveries.given.up", "Notices that did not arrive in time, or never will");
        superseded =
                counters(registry, "hexapolis.deliveries.superseded", "Notices of what was over before people heard");
        waiting = gauges(registry, "hexapolis.deliveries.waiting", "Notices that wait to be delivered, by any replica");
        turns = new AlertTurns(registry);
        failing = gauges(registry, "hexapolis.channels.failing", "Channels that are failing or disabled");
    }

    void spread(ChannelKind kind) {
        of(spread, kind).increment();
    }

    /** Notices that were spread, whether a channel wants them or not. */
    void told(List<Told> notices) {
        turns.count(notices);
    }

    void givenUp(Map<ChannelKind, Integer> notices) {
        notices.forEach((kind, number) -> of(givenUp, kind).increment(number));
    }

    void superseded(ChannelKind kind, int notices) {
        of(superseded, kind).increment(notices);
    }

    void marked(ChannelKind kind, MarkRound.Marked marked, int attemptsFailed) {
        of(delivered, kind).increment(marked.delivered());
        of(givenUp, kind).increment(marked.givenUp());
        of(failed, kind).increment(attemptsFailed);
    }

    void counted(ChannelKind kind, long waitingNow, long failingNow) {
        of(waiting, kind).set(waitingNow);
        of(failing, kind).set(failingNow);
    }

    private static <T> T of(Map<ChannelKind, T> meters, ChannelKind kind) {
        T meter = meters.get(kind);
        if (meter == null) {
            throw new IllegalStateException("no meter of " + kind);
        }
        return meter;
    }

    private static Map<ChannelKind, Counter> counters(MeterRegistry registry, String name, String description) {
        Map<ChannelKind, Counter> counters = new EnumMap<>(ChannelKind.class);
        for (ChannelKind kind : ChannelKind.values()) {
            counters.put(
                    kind,
                    Counter.builder(name)
                            .description(description)
                            .tag("kind", kind.wireName())
                            .register(registry));
        }
        return counters;
    }

    private static Map<ChannelKind, AtomicLong> gauges(MeterRegistry registry, String name, String description) {
        Map<ChannelKind, AtomicLong> values = new EnumMap<>(ChannelKind.class);
        for (ChannelKind kind : ChannelKind.values()) {
            AtomicLong value = new AtomicLong();
            values.put(kind, value);
            Gauge.builder(name, value, AtomicLong::get)
                    .description(description)
                    .tag("kind", kind.wireName())
                    .register(registry);
        }
        return values;
    }
}
