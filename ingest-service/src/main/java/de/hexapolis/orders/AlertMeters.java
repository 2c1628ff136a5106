package de.hexapolis.orders;

import de.hexapolis.rules.Severity;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** How many alerts are open, and how timers do; docs/METRICS.md. Thread-safe. */
final class AlertMeters {
    private static final String OPEN = "select severity, count(*) from alert where closed_at is null group by severity";
    private static final String OVERDUE =
            "select count(*) from timer where due_at < ? and kind in ('escalate', 'look_again', 'seal_order')";

    private final Map<Severity, AtomicLong> open = new EnumMap<>(Severity.class);
    private final AtomicLong overdue = new AtomicLong();
    private final Counter done;

    AlertMeters(MeterRegistry registry) {
        for (Severity severity : Severity.values()) {
            AtomicLong count = new AtomicLong();
            open.put(severity, count);
            Gauge.builder("hexapolis.alerts.open", count, AtomicLong::get)
                    .description("Alerts that were neither verified nor withdrawn at the last look")
                    .tag("severity", severity.wireName())
                    .register(registry);
        }
        Gauge.builder("hexapolis.timers.overdue", overdue, AtomicLong::get)
                .description("Timers that were due and not done at the last look")
                .register(registry);
        this.done = Counter.builder("hexapolis.timers.done")
                .description("Timers of alerts and orders that were done")
                .register(registry);
    }

    void done(int timers) {
        done.increment(timers);
    }

    /** Looks at the store: the same for all replicas. */
    void look(Connection connection, Instant overdueBefore) throws SQLException {
        Map<Severity, Long> counted = new EnumMap<>(Severity.class);
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(OPEN)) {
            while (row.next()) {
                counted.put(Columns.severity(row, "severity"), row.getLong("count"));
            }
        }
        open.forEach((severity, count) -> count.set(counted.getOrDefault(severity, 0L)));
        try (PreparedStatement statement = connection.prepareStatement(OVERDUE)) {
            statement.setObject(1, Columns.of(overdueBefore));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                overdue.set(row.getLong(1));
            }
        }
    }
}
