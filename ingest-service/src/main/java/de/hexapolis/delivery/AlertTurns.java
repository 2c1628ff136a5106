package de.hexapolis.delivery;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Counts alerts that were opened, or opened again after they were closed, and that were closed: from the outbox, which each
 * replica reads another part of, so that what was rolled back never counts. Thread-safe.
 */
final class AlertTurns {
    private final Map<Urgency, Counter> opened = new EnumMap<>(Urgency.class);
    private final Map<Urgency, Counter> closed = new EnumMap<>(Urgency.class);

    AlertTurns(MeterRegistry registry) {
        for (Urgency urgency : Urgency.values()) {
            opened.put(urgency, counter(registry, "hexapolis.alerts.opened", "Alerts that were opened", urgency));
            closed.put(
                    urgency,
                    counter(registry, "hexapolis.alerts.closed", "Alerts that were verified or withdrawn", urgency));
        }
    }

    private static Counter counter(MeterRegistry registry, String name, String description, Urgency urgency) {
        return Counter.builder(name)
                .description(description)
                .tag("severity", urgency.wireName())
                .register(registry);
    }

    /** To be called after the commit by which these are spread. */
    void count(List<Told> notices) {
        for (Told notice : notices) {
            if (notice.kind().equals("alert.opened")) {
                count(opened, notice.urgency());
            }
            if (notice.kind().equals("alert.closed")) {
                count(closed, notice.urgency());
            }
        }
    }

    private static void count(Map<Urgency, Counter> turns, Urgency urgency) {
        Counter counter = turns.get(urgency);
        if (counter != null) {
            counter.increment();
        }
    }
}
