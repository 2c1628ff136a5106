package de.hexapolis.simulator.console;

/** The command line or a file that it names is wrong; the message names it and the value. Ends with exit code 2. */
public final class BadInput extends RuntimeException {
    public BadInput(String message) {
        super(message);
    }

    public BadInput(String message, Throwable cause) {
        super(message, cause);
    }
}
