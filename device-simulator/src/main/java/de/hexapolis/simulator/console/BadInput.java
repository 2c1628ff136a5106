package de.hexapolis.simulator.console;

/** The command line or a file that it names is wrong; the message names it and the value. Ends with exit code 2. */
public final class BadInput extends RuntimeException {
    public BadInput(String message) {
        super(message);
    }

    public BadInput(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * @param otherwise names option or file, the value, and what would do
     * @throws BadInput with that sentence if it does not hold
     */
    public static void unless(boolean holds, String otherwise) {
        if (!holds) {
            throw new BadInput(otherwise);
        }
    }
}
