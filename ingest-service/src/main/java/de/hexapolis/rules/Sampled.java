package de.hexapolis.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A condition on readings, events or positions: the same samples tell the same episodes, however often they are told. */
public sealed interface Sampled extends Condition
        permits Threshold, SoilTable, AvailableWater, Rise, EventHeld, Moved, Any {
    /** Its samples, as far as they are to be believed, a strand a series, kind of event or device. */
    List<Strand> strands(Sensed sensed);

    /** When its limits are others, though nothing comes. */
    default Instant limitsChangeAt(Sensed sensed) {
        return Instant.MAX;
    }

    @Override
    default Verdict judge(Sensed sensed, Optional<Episode> stored) {
        return judge(sensed, stored, Duration.ZERO);
    }

    /** What it says, if it must have held for some time. */
    default Verdict judge(Sensed sensed, Optional<Episode> stored, Duration holdsFor) {
        return new Fold(strands(sensed), holdsFor, sensed).judge(stored).notLaterThan(limitsChangeAt(sensed));
    }

    @Override
    default boolean livesByTheClock() {
        return false;
    }
}
