package de.hexapolis.command;

import de.hexapolis.schema.SchemaGate;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Carries out the commands of one lane, one after the other. Owns one thread. */
final class CommandLane {
    private static final Logger LOG = Logger.getLogger(CommandLane.class);
    private static final int LOOK_EACH_MS = 1_000;

    private final RunCommand.Lane lane;
    private final SchemaGate gate;
    private final DataSource database;
    private final RunCommand commands;
    private final Thread thread;
    private boolean waiting;
    private volatile boolean stopping;

    CommandLane(String name, RunCommand.Lane lane, SchemaGate gate, DataSource database, RunCommand commands) {
        this.lane = lane;
        this.gate = gate;
        this.database = database;
        this.commands = commands;
        this.thread = new Thread(this::work, name);
    }

    void start() {
        thread.setDaemon(true);
        thread.start();
    }

    void stop() throws InterruptedException {
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
            if (!commands.next(lane) && !stopping) {
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
