package de.hexapolis.schema;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Opens once the schema is there. The start does not wait for the database, so that health can say what is missing;
 * whoever needs the schema waits here. Thread-safe; owns one thread until it is open.
 */
@ApplicationScoped
public class SchemaGate {
    private static final Logger LOG = Logger.getLogger(SchemaGate.class);
    private static final long RETRY_MS = 1_000;

    private final DataSource database;
    private final CompletableFuture<Engine> opened = new CompletableFuture<>();
    private volatile String trouble = "the database has not answered yet";

    public SchemaGate(DataSource database) {
        this.database = database;
    }

    void start(@Observes @Priority(100) StartupEvent event) {
        Thread opener = new Thread(this::open, "schema");
        opener.setDaemon(true);
        opener.start();
    }

    /** Waits until the schema is up to date. */
    public Engine await() throws InterruptedException {
        try {
            return opened.get();
        } catch (ExecutionException unfit) {
            throw new UnfitDatabase("the schema cannot be brought up to date", unfit);
        }
    }

    /** Why the gate is still closed; empty when it is open. */
    public Optional<String> trouble() {
        return opened.isDone() && !opened.isCompletedExceptionally() ? Optional.empty() : Optional.of(trouble);
    }

    private void open() {
        while (!opened.isDone()) {
            try {
                Engine engine = Migration.run(database);
                LOG.infof("the schema is up to date on %s", engine);
                opened.complete(engine);
            } catch (UnfitDatabase unfit) {
                LOG.fatalf("quarkus.datasource.jdbc.url: %s", unfit.getMessage());
                opened.completeExceptionally(unfit);
                Quarkus.asyncExit(1);
            } catch (SQLException away) {
                waitForDatabase(String.valueOf(away.getMessage()));
            }
        }
    }

    private void waitForDatabase(String reason) {
        if (!reason.equals(trouble)) {
            LOG.warnf("waiting for the database: %s", reason);
            trouble = reason;
        }
        try {
            Thread.sleep(RETRY_MS);
        } catch (InterruptedException stop) {
            opened.cancel(false);
        }
    }
}
