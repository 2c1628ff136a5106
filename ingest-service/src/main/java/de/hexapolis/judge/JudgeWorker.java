package de.hexapolis.judge;

import de.hexapolis.registry.StoredRules;
import de.hexapolis.schema.SchemaGate;
import de.hexapolis.store.DueBell;
import de.hexapolis.telemetry.PlatformClock;
import de.hexapolis.threads.Repeating;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Judges what is due as soon as the bell rings, and looks four times a second for what the bell did not tell: what other
 * replicas left, and what is due by time. Beside the judges of other replicas. Owns {@code hexapolis.judge.threads} threads.
 */
@ApplicationScoped
public class JudgeWorker {
    private static final Duration LOOK_EACH = Duration.ofMillis(250);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final long BACKLOG_EACH_NS = Duration.ofSeconds(5).toNanos();
    private static final Duration SLOW_BATCH = Duration.ofMillis(200);
    private static final Duration MOST_BACK = Duration.ofSeconds(1);
    /** So many assets at once are a backlog; few are judged at once, for a fire may be among them. */
    private static final int A_LOT = 32;

    private static final int MOST_THREADS = 8;

    private final DataSource database;
    private final PlatformClock clock;
    private final DueBell bell;
    private final JudgeMeters meters;
    private final Judge judge;
    private final List<Repeating> threads;
    private final AtomicLong backlogAt = new AtomicLong(System.nanoTime());

    JudgeWorker(
            SchemaGate gate,
            DataSource database,
            StoredRules rules,
            PlatformClock clock,
            DueBell bell,
            MeterRegistry registry,
            @ConfigProperty(name = "hexapolis.judge.threads", defaultValue = "1") int threads) {
        if (threads < 0 || threads > MOST_THREADS) {
            throw new IllegalArgumentException(
                    "hexapolis.judge.threads: from 0 to %d, not %d".formatted(MOST_THREADS, threads));
        }
        this.database = database;
        this.clock = clock;
        this.bell = bell;
        this.meters = new JudgeMeters(registry);
        this.judge = new Judge(database, rules, clock, meters);
        this.threads = IntStream.range(0, threads)
                .mapToObj(number -> new Repeating("judge-" + number, gate, AFTER_FAILURE, this::round))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        threads.forEach(Repeating::start);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        threads.forEach(Repeating::stop);
        for (Repeating thread : threads) {
            thread.awaitEnd(5_000);
        }
    }

    private Duration round() throws SQLException, InterruptedException {
        lookAtBacklog();
        long started = System.nanoTime();
        int judged = judge.oldest();
        if (judged == 0) {
            bell.await(LOOK_EACH);
        } else if (judged >= A_LOT && bell.longestBatch().compareTo(SLOW_BATCH) > 0) {
            return standBack(Duration.ofNanos(System.nanoTime() - started));
        }
        return Duration.ZERO;
    }

    /** Readings come before a backlog: where their batches are slow, the judge leaves the machine to them for half of the time. */
    private static Duration standBack(Duration worked) {
        return worked.compareTo(MOST_BACK) < 0 ? worked : MOST_BACK;
    }

    private void lookAtBacklog() throws SQLException {
        long last = backlogAt.get();
        long now = System.nanoTime();
        if (now - last > BACKLOG_EACH_NS && backlogAt.compareAndSet(last, now)) {
            meters.look(database, clock.instant());
        }
    }
}
