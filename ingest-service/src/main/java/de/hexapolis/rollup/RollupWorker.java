package de.hexapolis.rollup;

import de.hexapolis.schema.SchemaGate;
import de.hexapolis.telemetry.PlatformClock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Keeps the rollups up to date, beside the workers of other replicas. Owns one thread. */
@ApplicationScoped
public class RollupWorker {
    private static final Logger LOG = Logger.getLogger(RollupWorker.class);
    private static final Duration BETWEEN_ADVANCES = Duration.ofMinutes(1);
    private static final long IDLE_MS = 1_000;

    private final SchemaGate gate;
    private final PlatformClock clock;
    private final Watermark watermark;
    private final MarkedDays marked;
    private final Counter recomputed;
    private final Thread thread = new Thread(this::work, "rollup");
    private Instant nextAdvance = Instant.MIN;
    private volatile boolean stopping;

    public RollupWorker(
            SchemaGate gate,
            DataSource database,
            PlatformClock clock,
            MeterRegistry registry,
            @ConfigProperty(name = "hexapolis.retention.raw", defaultValue = "P400D") Duration rawRetention) {
        this.gate = gate;
        this.clock = clock;
        this.watermark = new Watermark(database);
        this.marked = new MarkedDays(database, rawRetention);
        this.recomputed = Counter.builder("hexapolis.rollup.days")
                .description("Days of a series whose buckets were recomputed")
                .register(registry);
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
        thread.interrupt();
    }

    private void work() {
        try {
            gate.await();
            while (!stopping) {
                if (!round()) {
                    Thread.sleep(IDLE_MS);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** True if there was something to do. */
    private boolean round() {
        try {
            Instant now = clock.instant();
            if (now.isAfter(nextAdvance)) {
                boolean more = watermark.advance(now);
                nextAdvance = more ? Instant.MIN : now.plus(BETWEEN_ADVANCES);
            }
            int done = 0;
            for (int shard = 0; shard < MarkedDays.SHARDS && !stopping; shard++) {
                done += marked.recompute(shard, now);
            }
            recomputed.increment(done);
            return done > 0;
        } catch (SQLException away) {
            LOG.debugf("rollups wait for the database: %s", away.getMessage());
            return false;
        } catch (RuntimeException defect) {
            LOG.error("rollups: a round failed; the next one starts anew", defect);
            return false;
        }
    }
}
