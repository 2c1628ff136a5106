package de.hexapolis.rules;

import java.time.Duration;
import java.util.Optional;

/**
 * When a rule holds: a pure function of what was sensed. Immutable.
 *
 * <p>Two kinds. What is {@link Sampled} tells every episode from {@link Sensed#from()} on anew, whatever was told before;
 * a stored episode that began from there on, or was not over by then, and is not told again is none. The others
 * ({@link #livesByTheClock()}) go on from the newest stored episode: if it lasts and is not told again it is none, and what
 * has ended stays as it is.
 */
public sealed interface Condition permits Sampled, Silence, ForecastHeld, FlagHeld, Plan, Narrowed {
    /**
     * @param stored the newest stored episode that began before {@link Sensed#from()}, ended or not, with its evidence and
     *     the severity that this rule gave it; of a condition that lives by the clock: the newest there is
     */
    Verdict judge(Sensed sensed, Optional<Episode> stored);

    /**
     * How far before {@link Sensed#from()} courses must reach; the four good readings before that are needed besides.
     *
     * @param interval at which the asset's slowest device reports
     */
    Duration lookBack(Duration interval);

    /** How far before {@link Sensed#from()} events and positions must reach. */
    default Duration lookBackOfSignals() {
        return Duration.ZERO;
    }

    /** Whether it goes on from the newest stored episode instead of telling the past anew. */
    default boolean livesByTheClock() {
        return true;
    }
}
