package de.hexapolis.command;

import java.sql.Connection;
import java.sql.SQLException;

/** Carries out one kind of command. Thread-safe. */
interface CommandHandler {
    /** As the table and the interface name it, such as {@code put-asset}. */
    String kind();

    /** Whether it is done in a moment, and somebody waits for it: such commands do not stand behind the loading of a pack. */
    default boolean isQuick() {
        return false;
    }

    /**
     * Does it within the transaction, which is rolled back to its start if this throws.
     *
     * @throws Refusal if it cannot be done as it was said
     */
    Answer run(Connection connection, Command command) throws SQLException, Refusal, InterruptedException;
}
