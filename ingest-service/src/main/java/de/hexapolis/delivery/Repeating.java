package de.hexapolis.delivery;

import java.sql.SQLException;
import org.jboss.logging.Logger;

/** A thread that does its work again and again, and waits while the database is away. Thread-safe. */
final class Repeating {
    private static final Logger LOG = Logger.getLogger(Repeating.class);
    private static final long PAUSE_MS = 1_000;

    private final Work work;
    private final Thread thread;
    private boolean warned;
    private volatile boolean stopping;

    /** One turn; waits itself where there is nothing to do. */
    @FunctionalInterface
    interface Work {
        void turn() throws SQLException, InterruptedException;
    }

    Repeating(String name, Work work) {
        this.work = work;
        this.thread = new Thread(this::run, name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Ends after the turn at hand. */
    void finish() {
        stopping = true;
    }

    /** Ends the turn at hand, too. */
    void stop() {
        stopping = true;
        thread.interrupt();
    }

    void awaitEnd(long milliseconds) throws InterruptedException {
        thread.join(milliseconds);
    }

    private void run() {
        try {
            while (!stopping) {
                turn();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void turn() throws InterruptedException {
        try {
            work.turn();
            warned = false;
        } catch (SQLException away) {
            if (!warned && !stopping) {
                LOG.warnf("%s waits for the database: %s", thread.getName(), away.getMessage());
            }
            warned = true;
            Thread.sleep(PAUSE_MS);
        } catch (RuntimeException defect) {
            LOG.errorf(defect, "%s: a turn failed; the next follows", thread.getName());
            Thread.sleep(PAUSE_MS);
        }
    }
}
