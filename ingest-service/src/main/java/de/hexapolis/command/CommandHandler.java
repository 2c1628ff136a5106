package de.hexapolis.command;

import java.sql.Connection;
import java.sql.SQLException;

/** Carries out one kind of command. Thread-safe. */
interface CommandHandler {
    /** As the table and the interface name it, such as {@code put-asset}. */
    String kind();

    /**
     * Does it within the transaction, which is rolled back to its start if this throws.
     *
     * @throws Refusal if it cannot be done as it was said
     */
    Answer run(Connection connection, Command command) throws SQLException, Refusal, InterruptedException;
}
