package de.hexapolis.pulse;

import de.hexapolis.schema.SchemaGate;
import de.hexapolis.telemetry.PlatformClock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Writes down each ten seconds what was heard, beside ingest, which never waits for it. While the database is away it goes
 * on trying; what was heard meanwhile is kept. Owns one thread.
 */
@ApplicationScoped
public class PulseWorker {
    /** Of the platform's time. */
    public static final Duration EACH = Duration.ofSeconds(10);
    /** Real time. */
    public static final Duration AT_MOST_EACH = Duration.ofSeconds(1);

    private static final Logger LOG = Logger.getLogger(PulseWorker.class);

    private final SchemaGate gate;
    private final PlatformClock clock;
    private final WritePulse write;
    private final Thread thread = new Thread(this::work, "pulse");
    private boolean waiting;
    private volatile boolean stopping;

    PulseWorker(SchemaGate gate, DataSource database, PlatformClock clock, Heard heard) {
        this.gate = gate;
        this.clock = clock;
        this.write = new WritePulse(database, clock, heard);
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
                round();
                Thread.sleep(Math.max(
                        AT_MOST_EACH.toMillis(), clock.realDuration(EACH).toMillis()));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        try {
            write.once();
            waiting = false;
        } catch (SQLException failure) {
            if (!waiting && !stopping) {
                LOG.warnf("what was heard waits for the database: %s", failure.getMessage());
            }
            waiting = true;
        } catch (RuntimeException defect) {
            LOG.error("what was heard could not be written down; the next round follows", defect);
        }
    }
}
