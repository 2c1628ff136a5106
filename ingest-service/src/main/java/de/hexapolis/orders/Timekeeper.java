package de.hexapolis.orders;

import de.hexapolis.schema.SchemaGate;
import de.hexapolis.telemetry.PlatformClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Does what alerts and orders want done later: escalates, looks again after a person's done, seals orders. Timers are rows,
 * so they survive every restart, and whichever replica finds one due does it. Owns one thread.
 */
@ApplicationScoped
public class Timekeeper {
    private static final Logger LOG = Logger.getLogger(Timekeeper.class);
    /** Real times: a platform's week may pass in minutes. */
    private static final long IDLE_MS = 250;

    private static final long AWAY_MS = 1_000;
    private static final long BETWEEN_LOOKS_NS = Duration.ofSeconds(5).toNanos();
    /** What is due for less than this, by the platform's clock, is on its way. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final SchemaGate gate;
    private final PlatformClock clock;
    private final TimekeeperRound round;
    private final AlertMeters meters;
    private final Thread thread = new Thread(this::work, "timekeeper");
    private long looked = System.nanoTime() - BETWEEN_LOOKS_NS;
    private boolean waiting;
    private volatile boolean stopping;

    public Timekeeper(SchemaGate gate, DataSource database, PlatformClock clock, MeterRegistry registry) {
        this.gate = gate;
        this.clock = clock;
        this.round = new TimekeeperRound(database);
        this.meters = new AlertMeters(registry);
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.interrupt();
        thread.join(5_000);
    }

    private void work() {
        try {
            gate.await();
            while (!stopping) {
                if (once() == 0) {
                    Thread.sleep(waiting ? AWAY_MS : IDLE_MS);
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** How many timers were done. */
    private int once() {
        try {
            int done = round.run(clock.instant());
            meters.done(done);
            lookAround();
            waiting = false;
            return done;
        } catch (SQLException away) {
            if (!waiting && !stopping) {
                LOG.warnf("timers wait for the database: %s", away.getMessage());
            }
            waiting = true;
        } catch (RuntimeException defect) {
            LOG.error("timers failed; the next round follows", defect);
            waiting = true;
        }
        return 0;
    }

    private void lookAround() throws SQLException {
        if (System.nanoTime() - looked < BETWEEN_LOOKS_NS) {
            return;
        }
        looked = System.nanoTime();
        Instant now = clock.instant();
        round.inTransaction(connection -> {
            meters.look(connection, now.minus(PATIENCE));
            return now;
        });
    }
}
