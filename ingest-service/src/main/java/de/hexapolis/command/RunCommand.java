package de.hexapolis.command;

import de.hexapolis.threads.DatabaseTrouble;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/**
 * Claims one command, carries it out and writes its outcome, all in one transaction. The server ends a statement that
 * takes longer than the limit, and the command is refused; the pool's limit of the socket is meant for short statements
 * and does not hold here, for a command that is given up unheard would be tried again for ever. Thread-safe.
 */
final class RunCommand {
    private static final Logger LOG = Logger.getLogger(RunCommand.class);
    private static final Duration LONGEST_LIMIT = Duration.ofDays(1);

    /** The server answers within the limit, if only that it has ended the statement; else the connection is dead. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private static final String LIMIT = "select set_config('statement_timeout', ?, true)";
    private static final String ENDED_BY_SERVER = "57014";

    private final DataSource database;
    private final Map<String, CommandHandler> handlers;
    private final List<String> quick;
    private final Clock clock;
    private final Duration statementLimit;

    /**
     * @param statementLimit how long one statement may take
     * @throws IllegalArgumentException naming the setting, if that is no sensible limit
     */
    RunCommand(DataSource database, Collection<CommandHandler> handlers, Clock clock, Duration statementLimit) {
        if (statementLimit.toMillis() < 1 || statementLimit.compareTo(LONGEST_LIMIT) > 0) {
            throw new IllegalArgumentException(
                    "hexapolis.commands.statement-limit: %s is not from PT0.001S to PT24H".formatted(statementLimit));
        }
        this.database = database;
        this.handlers = handlers.stream().collect(Collectors.toMap(CommandHandler::kind, Function.identity()));
        this.quick = handlers.stream()
                .filter(CommandHandler::isQuick)
                .map(CommandHandler::kind)
                .toList();
        this.clock = clock;
        this.statementLimit = statementLimit;
    }

    /** Which commands a thread takes. */
    enum Lane {
        ALL,
        QUICK,
        OTHERS
    }

    /**
     * Runs the next one.
     *
     * @return false if none waits
     * @throws SQLException if the database is away; the command still waits then
     */
    boolean next() throws SQLException, InterruptedException {
        return next(Lane.ALL);
    }

    /** The same, of one lane. */
    boolean next(Lane lane) throws SQLException, InterruptedException {
        try (Connection connection = database.getConnection()) {
            int usualLimit = connection.getNetworkTimeout();
            connection.setAutoCommit(false);
            try {
                limitSocket(connection, (int) statementLimit.plus(MARGIN).toMillis());
                Optional<Command> command =
                        ClaimCommand.on(connection, lane == Lane.ALL ? List.of() : quick, lane == Lane.QUICK);
                if (command.isPresent()) {
                    run(connection, command.get());
                }
                connection.commit();
                return command.isPresent();
            } catch (SQLException | InterruptedException | RuntimeException | Error failure) {
                rollBack(connection, failure);
                throw failure;
            } finally {
                connection.setAutoCommit(true);
                limitSocket(connection, usualLimit);
            }
        }
    }

    private static void limitSocket(Connection connection, int milliseconds) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, milliseconds);
    }

    /** Until the end of the transaction. */
    private void limitStatements(Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(LIMIT)) {
            statement.setString(1, statementLimit.toMillis() + "ms");
            statement.execute();
        }
    }

    private void run(Connection connection, Command command) throws SQLException, InterruptedException {
        limitStatements(connection);
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
            refuse(connection, before, command, refusal.problem());
        } catch (SQLException failure) {
            if (ENDED_BY_SERVER.equals(failure.getSQLState())) {
                LOG.warnf("command %s (%s): %s", command.id(), command.kind(), failure.getMessage());
                refuse(connection, before, command, tooSlow());
                return;
            }
            if (DatabaseTrouble.mayPass(failure)) {
                throw failure;
            }
            refuseAsDefect(connection, before, command, failure);
        } catch (RuntimeException | StackOverflowError | LinkageError defect) {
            refuseAsDefect(connection, before, command, defect);
        }
    }

    private void refuseAsDefect(Connection connection, Savepoint before, Command command, Throwable defect)
            throws SQLException {
        LOG.errorf(defect, "command %s (%s) could not be carried out", command.id(), command.kind());
        refuse(connection, before, command, ofOurs());
    }

    private static CommandProblem ofOurs() {
        return CommandProblem.of(500, "internal-error", "the command failed by a fault of the platform; it is logged");
    }

    /** A problem that the database does not take gives way to one that it does: the command would come back for ever. */
    private void refuse(Connection connection, Savepoint before, Command command, CommandProblem problem)
            throws SQLException {
        connection.rollback(before);
        try {
            FinishCommand.refused(connection, command.id(), problem, clock.instant());
        } catch (SQLException notTaken) {
            if (DatabaseTrouble.mayPass(notTaken)) {
                throw notTaken;
            }
            LOG.errorf(notTaken, "command %s (%s): why it is refused cannot be stored", command.id(), command.kind());
            connection.rollback(before);
            FinishCommand.refused(connection, command.id(), ofOurs(), clock.instant());
        }
    }

    private CommandProblem tooSlow() {
        return CommandProblem.of(
                503,
                "too-slow",
                ("a statement took longer than %s (hexapolis.commands.statement-limit), or somebody ended it on the"
                                + " database; nothing was changed: ask for less at a time")
                        .formatted(statementLimit));
    }

    private static void rollBack(Connection connection, Throwable failure) {
        try {
            connection.rollback();
        } catch (SQLException connectionLost) {
            failure.addSuppressed(connectionLost);
        }
    }
}
