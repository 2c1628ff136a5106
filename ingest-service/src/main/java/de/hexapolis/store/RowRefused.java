package de.hexapolis.store;

import java.sql.SQLException;

/** The database refuses a row's content (SQLSTATE class 22 or 23): the row's fault, trying again is no use. */
final class RowRefused extends Exception {
    private static final long serialVersionUID = 1;

    RowRefused(SQLException cause) {
        super("%s (SQLSTATE %s)".formatted(cause.getMessage(), cause.getSQLState()), cause);
    }

    /** The trouble that this exception stands for: a refused row, or a store that is away. */
    static RowRefused orUnavailable(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        if (state.startsWith("22") || (state.startsWith("23") && !state.equals(CopyObservations.UNIQUE_VIOLATION))) {
            // of a batch of statements, the next exception is the one that the database gave
            SQLException reason = failure.getNextException();
            return new RowRefused(reason == null ? failure : reason);
        }
        throw new StoreUnavailable(failure);
    }
}
