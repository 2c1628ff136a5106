package de.hexapolis.judge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Counts what is judged and what waits for it. All meters are there from the start. Thread-safe. */
final class JudgeMeters {
    private static final String BACKLOG =
            "select count(*), min(received_at) as received_at from (select received_at from due limit 1000000) d";

    final Counter faults;

    private final Counter assets;
    private final Timer duration;
    private final AtomicLong due = new AtomicLong();
    private final AtomicLong lagMillis = new AtomicLong();

    JudgeMeters(MeterRegistry registry) {
        assets = Counter.builder("hexapolis.judge.assets")
                .description("Assets that were judged")
                .register(registry);
        duration = Timer.builder("hexapolis.judge.duration")
                .description("Judging a handful of assets, until the commit")
                .register(registry);
        faults = Counter.builder("hexapolis.judge.faults")
                .description("Assets that could not be judged and were put aside")
                .register(registry);
        Gauge.builder("hexapolis.judge.due", due, AtomicLong::get)
                .description("Rows that ask for a judgement, of all replicas, at the last look")
                .register(registry);
        Gauge.builder("hexapolis.judge.lag.seconds", lagMillis, millis -> millis.get() / 1e3)
                .description("For how long the oldest of them had been waiting, in platform time")
                .register(registry);
    }

    /** What judges some assets. */
    @FunctionalInterface
    interface Judging {
        int judge() throws SQLException;
    }

    int timed(Judging judging) throws SQLException {
        long started = System.nanoTime();
        int judged = judging.judge();
        if (judged > 0) {
            duration.record(Duration.ofNanos(System.nanoTime() - started));
            assets.increment(judged);
        }
        return judged;
    }

    void look(DataSource database, Instant now) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(BACKLOG);
                ResultSet row = statement.executeQuery()) {
            row.next();
            due.set(row.getLong(1));
            lagMillis.set(SqlTimes.optional(row, "received_at")
                    .map(oldest -> Math.max(0, Duration.between(oldest, now).toMillis()))
                    .orElse(0L));
        }
    }
}
