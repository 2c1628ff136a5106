package de.hexapolis.command;

import de.hexapolis.schema.SchemaGate;
import de.hexapolis.telemetry.PlatformClock;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Carries out commands as they come: a notice wakes it, and a look each second makes sure. Waits while the database is
 * away. Workers of several replicas share the commands. Owns two threads: what is done in a moment has one of its own, so
 * that a crew does not wait behind the loading of a pack.
 */
@ApplicationScoped
public class CommandWorker {
    private final CommandLane quick;
    private final CommandLane others;

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
        this.quick = new CommandLane("command-quick", RunCommand.Lane.QUICK, gate, database, commands);
        this.others = new CommandLane("command", RunCommand.Lane.OTHERS, gate, database, commands);
    }

    void start(@Observes StartupEvent event) {
        quick.start();
        others.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        quick.stop();
        others.stop();
    }
}
