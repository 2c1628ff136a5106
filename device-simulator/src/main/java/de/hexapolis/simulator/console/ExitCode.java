package de.hexapolis.simulator.console;

/** What a finished program tells its caller. Listed in {@code docs/simulator.md} and in {@code --help}. */
public final class ExitCode {
    /** All is well. */
    public static final int DONE = 0;
    /** The store is not what the ledger says: something is missing, doubled, altered or was never sent. */
    public static final int DIFFERS = 1;
    /** The command line, or a file that it names, is wrong. */
    public static final int USAGE = 2;
    /** Broker or database cannot be reached, or refuses. */
    public static final int UNAVAILABLE = 3;
    /** The time was up before every message had been acknowledged. */
    public static final int UNFINISHED = 4;
    /** A defect of the simulator. */
    public static final int DEFECT = 70;

    private ExitCode() {}
}
