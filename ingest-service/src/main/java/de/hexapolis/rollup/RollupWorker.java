package de.hexapolis.rollup;

import de.hexapolis.schema.SchemaGate;
import de.hexapolis.telemetry.PlatformClock;
import de.hexapolis.threads.Repeating;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Keeps the rollups up to date, beside the workers of other replicas. A shard that cannot be worked does not keep the
 * others from it; while the database is away, all of them wait. Owns one thread.
 */
@ApplicationScoped
public class RollupWorker {
    private static final Logger LOG = Logger.getLogger(RollupWorker.class);
    private static final Duration BETWEEN_ADVANCES = Duration.ofMinutes(1);
    private static final Duration IDLE = Duration.ofSeconds(1);

    /** Between two warnings, in real time: rounds follow each other each second. */
    private static final long QUIET_NS = Duration.ofMinutes(1).toNanos();

    private final PlatformClock clock;
    private final AdvanceRolledUntil advanceRolledUntil;
    private final MarkedDays marked;
    private final Counter recomputed;
    private final Repeating thread;
    private final AtomicLong backlog = new AtomicLong();
    private Instant nextAdvance = Instant.MIN;
    private OptionalLong warnedAt = OptionalLong.empty();

    public RollupWorker(SchemaGate gate, DataSource database, PlatformClock clock, MeterRegistry registry) {
        this.clock = clock;
        this.advanceRolledUntil = new AdvanceRolledUntil(database);
        this.marked = new MarkedDays(database);
        this.recomputed = Counter.builder("hexapolis.rollup.days")
                .description("Days of a series whose buckets were recomputed")
                .register(registry);
        Gauge.builder("hexapolis.rollup.marks", backlog, AtomicLong::get)
                .description("Days of a series that were marked a minute ago, to be recomputed by any replica")
                .register(registry);
        this.thread = new Repeating("rollup", gate, IDLE, () -> round() ? Duration.ZERO : IDLE);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        thread.stop();
    }

    /** True if there was something to do. */
    boolean round() {
        Instant now = clock.instant();
        OptionalInt outcome = attempt("moving rolled_until", () -> advance(now));
        int done = 0;
        for (int shard = 0; shard < MarkedDays.SHARDS && outcome.isPresent() && !thread.isStopping(); shard++) {
            int next = shard;
            outcome = attempt("shard " + shard, () -> marked.recompute(next));
            done += outcome.orElse(0);
        }
        recomputed.increment(done);
        return done > 0;
    }

    private int advance(Instant now) throws SQLException {
        if (now.isAfter(nextAdvance)) {
            backlog.set(marked.waiting());
            boolean more = advanceRolledUntil.run(now);
            nextAdvance = more ? Instant.MIN : now.plus(BETWEEN_ADVANCES);
        }
        return 0;
    }

    /** How many days it recomputed; empty if the database is away, so that nothing else need be attempted now. */
    private OptionalInt attempt(String what, Part part) {
        try {
            return OptionalInt.of(part.run());
        } catch (SQLException failure) {
            warn("rollups: %s: %s; will try again".formatted(what, failure.getMessage()));
            return isAway(failure) ? OptionalInt.empty() : OptionalInt.of(0);
        } catch (RuntimeException defect) {
            LOG.errorf(defect, "rollups: %s: failed; will try again", what);
            return OptionalInt.of(0);
        }
    }

    private void warn(String text) {
        long now = System.nanoTime();
        boolean isDue = warnedAt.isEmpty() || now - warnedAt.getAsLong() > QUIET_NS;
        LOG.log(isDue ? Logger.Level.WARN : Logger.Level.DEBUG, text);
        if (isDue) {
            warnedAt = OptionalLong.of(now);
        }
    }

    /** No connection, server stopping or out of resources. */
    private static boolean isAway(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.equals("null") || state.startsWith("08") || state.startsWith("53") || state.startsWith("57P");
    }

    /** A part of a round, and how many days it recomputed. */
    @FunctionalInterface
    private interface Part {
        int run() throws SQLException;
    }
}
