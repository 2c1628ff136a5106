package de.hexapolis.store;

import java.sql.SQLException;

/** The database is away, full or slow: keep the batch and try again later. */
public final class StoreUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final SQLException sql;

    public StoreUnavailable(SQLException cause) {
        super("%s (SQLSTATE %s)".formatted(cause.getMessage(), cause.getSQLState()), cause);
        this.sql = cause;
    }

    /** What the database said. */
    public SQLException sql() {
        return sql;
    }
}
