package de.hexapolis.query.command;

import de.hexapolis.query.problem.Trouble;
import de.hexapolis.query.sql.Database;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Takes commands, hands them over and waits a moment for what becomes of them. Thread-safe. */
@Singleton
public final class CommandDesk {
    /** The datasource in which commands are: their writer must not look for them in a replica that lags behind. */
    public static final String DATABASE = "commands";

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final int SHORTEST_PAUSE_MILLIS = 10;
    private static final int LONGEST_PAUSE_MILLIS = 100;

    private final Database database;
    private final Clock clock;

    public CommandDesk(@Identifier(DATABASE) Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The command's state when it is finished, or after two seconds of real time. */
    public CommandState handOver(Command command) {
        boolean isNew = database.write(connection -> InsertCommand.run(connection, command, clock.instant()));
        CommandState state = read(command.id());
        if (!isNew && !state.repeats(command)) {
            throw Trouble.KEY_ALREADY_USED.problem(
                    Command.KEY_HEADER, "'%s' was used for another command; take a new one".formatted(command.id()));
        }
        return awaited(state);
    }

    private CommandState awaited(CommandState first) {
        CommandState state = first;
        long end = System.nanoTime() + PATIENCE.toNanos();
        int pause = SHORTEST_PAUSE_MILLIS;
        while (!state.isFinished() && System.nanoTime() < end) {
            try {
                Thread.sleep(pause);
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return state;
            }
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            state = read(first.id());
        }
        return state;
    }

    private CommandState read(UUID id) {
        return database.read(connection -> ReadCommand.run(connection, id))
                .orElseThrow(() -> new IllegalStateException("command %s has vanished".formatted(id)));
    }
}
