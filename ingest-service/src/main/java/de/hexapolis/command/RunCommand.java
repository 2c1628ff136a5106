package de.hexapolis.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** Claims one command, carries it out and writes its outcome, all in one transaction. Thread-safe. */
final class RunCommand {
    private static final Logger LOG = Logger.getLogger(RunCommand.class);

    private final DataSource database;
    private final Map<String, CommandHandler> handlers;
    private final Clock clock;

    RunCommand(DataSource database, Collection<CommandHandler> handlers, Clock clock) {
        this.database = database;
        this.handlers = handlers.stream().collect(Collectors.toMap(CommandHandler::kind, Function.identity()));
        this.clock = clock;
    }

    /**
     * Runs the next one.
     *
     * @return false if none waits
     * @throws SQLException if the database is away; the command still waits then
     */
    boolean next() throws SQLException, InterruptedException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Optional<Command> command = ClaimCommand.on(connection);
                if (command.isPresent()) {
                    run(connection, command.get());
                }
                connection.commit();
                return command.isPresent();
            } catch (SQLException | InterruptedException | RuntimeException failure) {
                rollBack(connection, failure);
                throw failure;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private void run(Connection connection, Command command) throws SQLException, InterruptedException {
        Savepoint before = connection.setSavepoint();
        try {
            CommandHandler handler = handlers.get(command.kind());
            if (handler == null) {
                throw new Refusal(CommandProblem.of(400, "unknown-command", "no such command: " + command.kind()));
            }
            Answer answer = handler.run(connection, command);
            if (answer instanceof Answer.Done done) {
                FinishCommand.done(connection, command.id(), done.result(), clock.instant());
            } else {
                FinishCommand.continued(connection, command.id(), ((Answer.Continued) answer).progress());
            }
        } catch (Refusal refusal) {
            connection.rollback(before);
            FinishCommand.refused(connection, command.id(), refusal.problem(), clock.instant());
        } catch (SQLException failure) {
            if (isOutage(failure)) {
                throw failure;
            }
            refuseAsDefect(connection, before, command, failure);
        } catch (RuntimeException defect) {
            refuseAsDefect(connection, before, command, defect);
        }
    }

    private void refuseAsDefect(Connection connection, Savepoint before, Command command, Exception defect)
            throws SQLException {
        LOG.errorf(defect, "command %s (%s) could not be carried out", command.id(), command.kind());
        connection.rollback(before);
        FinishCommand.refused(
                connection,
                command.id(),
                CommandProblem.of(500, "internal-error", "the command failed by a fault of the platform; it is logged"),
                clock.instant());
    }

    /** Connection lost, server stopping, out of resources, deadlock: another attempt may do. */
    private static boolean isOutage(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.equals("null")
                || state.startsWith("08")
                || state.startsWith("40")
                || state.startsWith("53")
                || state.startsWith("57")
                || state.startsWith("58");
    }

    private static void rollBack(Connection connection, Exception failure) {
        try {
            connection.rollback();
        } catch (SQLException connectionLost) {
            failure.addSuppressed(connectionLost);
        }
    }
}
