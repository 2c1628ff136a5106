package de.hexapolis.judge;

import de.hexapolis.pulse.PulseWorker;
import de.hexapolis.registry.StoredRules;
import de.hexapolis.rules.RuleBook;
import de.hexapolis.schema.SchemaGate;
import de.hexapolis.telemetry.PlatformClock;
import de.hexapolis.threads.Repeating;
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

/**
 * Looks each ten seconds for sources and gateways that have fallen silent, one replica at a time. Owns one thread.
 */
@ApplicationScoped
public class CauseWorker {
    private final DataSource database;
    private final StoredRules rules;
    private final PlatformClock clock;
    private final DailyReporters reporters = new DailyReporters();
    private final Duration pause;
    private final Repeating thread;

    CauseWorker(SchemaGate gate, DataSource database, StoredRules rules, PlatformClock clock) {
        this.database = database;
        this.rules = rules;
        this.clock = clock;
        this.pause = Repeating.pauseOf(clock, PulseWorker.EACH);
        this.thread = new Repeating("causes", gate, pause, this::round);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.stop();
        thread.awaitEnd(5_000);
    }

    private Duration round() throws SQLException {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Duration lag = clock.platformDuration(pause).multipliedBy(2);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Optional<RuleBook> book = rules.on(connection);
                if (book.isPresent()) {
                    CommonCauses.on(connection, book.get(), reporters, now, lag);
                }
                connection.commit();
            } catch (SQLException | RuntimeException | Error failure) {
                connection.rollback();
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
        return pause;
    }
}
