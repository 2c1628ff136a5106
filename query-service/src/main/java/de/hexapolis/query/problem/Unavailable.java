package de.hexapolis.query.problem;

/** What this service needs (the database) cannot be reached, or takes no work now: not the caller's fault, and to be tried again. */
public final class Unavailable extends RuntimeException {
    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
