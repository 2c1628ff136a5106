package de.hexapolis.simulator.console;

/** Broker or database cannot be reached, or refuses; the message names the address. Ends with exit code 3. */
public final class Unavailable extends RuntimeException {
    public Unavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
