package de.hexapolis.schema;

/** The database can never do: too old, wrong credentials, a schema of a newer program. The start stops. */
public final class UnfitDatabase extends RuntimeException {
    private static final long serialVersionUID = 1;

    public UnfitDatabase(String message) {
        super(message);
    }

    public UnfitDatabase(String message, Throwable cause) {
        super(message, cause);
    }
}
