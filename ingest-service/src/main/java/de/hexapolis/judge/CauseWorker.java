package de.hexapolis.judge;

import de.hexapolis.pulse.PulseWorker;
import de.hexapolis.registry.StoredRules;
import de.hexapolis.rules.RuleBook;
import de.hexapolis.schema.SchemaGate;
import de.hexapolis.telemetry.PlatformClock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Looks each ten seconds for sources and gateways that have fallen silent, one replica at a time. Owns one thread.
 */
@ApplicationScoped
public class CauseWorker {
    private static final Logger LOG = Logger.getLogger(CauseWorker.class);

    private final SchemaGate gate;
    private final DataSource database;
    private final StoredRules rules;
    private final PlatformClock clock;
    private final Thread thread = new Thread(this::work, "causes");
    private volatile boolean stopping;

    CauseWorker(SchemaGate gate, DataSource database, StoredRules rules, PlatformClock clock) {
        this.gate = gate;
        this.database = database;
        this.rules = rules;
        this.clock = clock;
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
                attempt();
                Thread.sleep(realPause().toMillis());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private Duration realPause() {
        Duration real = clock.realDuration(PulseWorker.EACH);
        return real.compareTo(PulseWorker.AT_MOST_EACH) > 0 ? real : PulseWorker.AT_MOST_EACH;
    }

    private void attempt() {
        try {
            round();
        } catch (SQLException failure) {
            if (!stopping) {
                LOG.warnf("common causes: %s; will try again", failure.getMessage());
            }
        } catch (RuntimeException defect) {
            LOG.error("common causes: failed; will try again", defect);
        }
    }

    private void round() throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Duration lag = clock.platformDuration(realPause()).multipliedBy(2);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Optional<RuleBook> book = rules.on(connection);
                if (book.isPresent()) {
                    CommonCauses.on(connection, book.get(), now, lag);
                }
                connection.commit();
            } catch (SQLException | RuntimeException failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }
}
