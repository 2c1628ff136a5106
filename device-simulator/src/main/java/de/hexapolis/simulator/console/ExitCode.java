package de.hexapolis.simulator.console;

/** What a finished program tells its caller. Listed in {@code docs/simulator.md} and in {@code --help}. */
public final class ExitCode {
    /** All is well. */
    public static final int DONE = 0;
    /**
     * The store is not what the ledger says: something is missing, doubled, altered or was never sent. Or the ledger says
     * nothing: none of what was sent was acknowledged.
     */
    public static final int DIFFERS = 1;
    /** The command line, or a file that it names, is wrong. */
    public static final int USAGE = 2;
    /** Broker or database cannot be reached, or refuses, if only one message. */
    public static final int UNAVAILABLE = 3;
    /** The time was up before every message had been acknowledged. */
    public static final int UNFINISHED = 4;
    /** A defect of the simulator. */
    public static final int DEFECT = 70;
    /** Interrupted, as by Ctrl-C; a process that is ended by a signal ends with 128 and the signal's number. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}

    /** How a command ends that has published: a message refused weighs more than one that is not answered yet. */
    public static int afterPublishing(boolean allAnswered, long refused) {
        if (refused > 0) {
            return UNAVAILABLE;
        }
        return allAnswered ? DONE : UNFINISHED;
    }
}
