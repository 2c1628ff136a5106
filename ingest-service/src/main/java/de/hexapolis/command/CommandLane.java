package de.hexapolis.command;

import de.hexapolis.schema.SchemaGate;
import de.hexapolis.threads.DatabaseNotices;
import de.hexapolis.threads.Repeating;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;

/** Carries out the commands of one lane, one after the other. Owns one thread. */
final class CommandLane {
    private static final Duration LOOK_EACH = Duration.ofSeconds(1);

    private final RunCommand.Lane lane;
    private final RunCommand commands;
    private final DatabaseNotices notices;
    private final Repeating thread;

    CommandLane(String name, RunCommand.Lane lane, SchemaGate gate, DataSource database, RunCommand commands) {
        this.lane = lane;
        this.commands = commands;
        this.notices = new DatabaseNotices(database, "command");
        this.thread = new Repeating(name, gate, LOOK_EACH, this::round);
    }

    void start() {
        thread.start();
    }

    void stop() throws InterruptedException {
        thread.stop();
        if (thread.awaitEnd(5_000)) {
            notices.close();
        }
    }

    private Duration round() throws SQLException, InterruptedException {
        if (!commands.next(lane) && !thread.isStopping()) {
            notices.await((int) LOOK_EACH.toMillis());
        }
        return Duration.ZERO;
    }
}
