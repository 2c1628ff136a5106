package de.hexapolis.local;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waiting for a program, as long as it lives. */
final class Waiting {
    private Waiting() {}

    /**
     * @param what for the message when it does not come
     * @throws StartupFailed if the program ends first, or the time is over
     */
    static void until(BooleanSupplier condition, RunningProgram program, Duration longest, String what) {
        Instant deadline = Instant.now().plus(longest);
        while (!condition.getAsBoolean()) {
            String log = program.folder().log(program.name()).toString();
            if (!program.isAlive()) {
                throw new StartupFailed("%s ended before %s; it says why in %s".formatted(program.name(), what, log));
            }
            if (Instant.now().isAfter(deadline)) {
                throw new StartupFailed("no %s within %d s; see %s".formatted(what, longest.toSeconds(), log));
            }
            Pause.briefly();
        }
    }
}
