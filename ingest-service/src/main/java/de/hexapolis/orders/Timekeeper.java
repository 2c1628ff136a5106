package de.hexapolis.orders;

import de.hexapolis.schema.SchemaGate;
import de.hexapolis.telemetry.PlatformClock;
import de.hexapolis.threads.Repeating;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/**
 * Does what alerts and orders want done later: escalates, looks again after a person's done, seals orders. Timers are rows,
 * so they survive every restart, and whichever replica finds one due does it. Owns one thread.
 */
@ApplicationScoped
public class Timekeeper {
    /** Real times: a platform's week may pass in minutes. */
    private static final Duration IDLE = Duration.ofMillis(250);

    private static final Duration AWAY = Duration.ofSeconds(1);
    private static final long BETWEEN_LOOKS_NS = Duration.ofSeconds(5).toNanos();
    /** What is due for less than this, by the platform's clock, is on its way. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final PlatformClock clock;
    private final TimekeeperRound round;
    private final AlertMeters meters;
    private final Repeating thread;
    private long looked = System.nanoTime() - BETWEEN_LOOKS_NS;

    public Timekeeper(SchemaGate gate, DataSource database, PlatformClock clock, MeterRegistry registry) {
        this.clock = clock;
        this.round = new TimekeeperRound(database);
        this.meters = new AlertMeters(registry);
        this.thread = new Repeating("timekeeper", gate, AWAY, this::once);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.stop();
        thread.awaitEnd(5_000);
    }

    private Duration once() throws SQLException {
        int done = round.run(clock.instant());
        meters.done(done);
        lookAround();
        return done == 0 ? IDLE : Duration.ZERO;
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
