package de.hexapolis.trials.faults;

import de.hexapolis.trials.world.Load;
import java.time.Duration;

/** Something that breaks while the load runs. One thread, used once. */
interface Fault {
    /** How long the load runs at least, from a little before the fault to a little after. */
    Duration span(Pace pace);

    /** The load, where it is not the usual one. */
    default Load.Plan load(Load.Plan usual) {
        return usual;
    }

    /** Breaks things and mends them again, and checks what only this fault can tell. */
    void strike(Scene scene) throws Exception;

    /** Checks that need everything to have arrived. */
    default void afterwards(Scene scene) throws Exception {}

    /** Whether it needs a world of its own, which a small disk holds. */
    default boolean needsSmallDisk() {
        return false;
    }
}
