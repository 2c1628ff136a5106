package de.hexapolis.local;

/** The platform does not come up, for a reason that the operator can read and remedy. */
final class StartupFailed extends RuntimeException {
    private static final long serialVersionUID = 1;

    StartupFailed(String message) {
        super(message);
    }

    StartupFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
