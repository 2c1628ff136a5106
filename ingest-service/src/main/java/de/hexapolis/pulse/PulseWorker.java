package de.hexapolis.pulse;

import de.hexapolis.schema.SchemaGate;
import de.hexapolis.telemetry.PlatformClock;
import de.hexapolis.threads.Repeating;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import javax.sql.DataSource;

/**
 * Writes down each ten seconds what was heard, beside ingest, which never waits for it. While the database is away it goes
 * on trying; what was heard meanwhile is kept. Owns one thread.
 */
@ApplicationScoped
public class PulseWorker {
    /** Of the platform's time. */
    public static final Duration EACH = Duration.ofSeconds(10);

    private final Repeating thread;

    PulseWorker(SchemaGate gate, DataSource database, PlatformClock clock, Heard heard) {
        WritePulse write = new WritePulse(database, clock, heard);
        Duration pause = Repeating.pauseOf(clock, EACH);
        this.thread = new Repeating("pulse", gate, pause, () -> {
            write.once();
            return pause;
        });
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        thread.stop();
        thread.awaitEnd(5_000);
    }
}
