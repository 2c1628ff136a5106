package de.hexapolis.command;

import de.hexapolis.schema.SchemaGate;
import de.hexapolis.telemetry.PlatformClock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Carries out commands as they come: a notice wakes it, and a look each second makes sure. Waits while the database is
 * away. Workers of several replicas share the commands. Owns one thread.
 */
@ApplicationScoped
public class CommandWorker {
    private static final Logger LOG = Logger.getLogger(CommandWorker.class);
    private static final int LOOK_EACH_MS = 1_000;

    private final SchemaGate gate;
    private final DataSource database;
    private final RunCommand commands;
    private final Thread thread = new Thread(this::work, "command");
    private boolean waiting;
    private volatile boolean stopping;

    @Inject
    CommandWorker(
            SchemaGate gate,
            DataSource database,
            Instance<CommandHandler> handlers,
            PlatformClock clock,
            @ConfigProperty(name = "hexapolis.commands.statement-limit", defaultValue = "PT30M")
                    Duration statementLimit) {
        this(gate, database, new RunCommand(database, handlers.stream().toList(), clock, statementLimit));
    }

    CommandWorker(SchemaGate gate, DataSource database, RunCommand commands) {
        this.gate = gate;
        this.database = database;
        this.commands = commands;
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
        try (CommandNotices notices = new CommandNotices(database)) {
            gate.await();
            while (!stopping) {
                round(notices);
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void round(CommandNotices notices) throws InterruptedException {
        try {
            if (!commands.next() && !stopping) {
                notices.await(LOOK_EACH_MS);
            }
            waiting = false;
        } catch (SQLException away) {
            if (!waiting && !stopping) {
                LOG.warnf("commands wait for the database: %s", away.getMessage());
            }
            waiting = true;
            Thread.sleep(LOOK_EACH_MS);
        } catch (RuntimeException defect) {
            LOG.error("a command could not be claimed; the next attempt follows", defect);
            Thread.sleep(LOOK_EACH_MS);
        }
    }
}
