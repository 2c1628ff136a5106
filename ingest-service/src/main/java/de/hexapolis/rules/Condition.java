package de.hexapolis.rules;

import java.time.Duration;
import java.util.Optional;

/** When a rule holds: a pure function of what was sensed. Immutable. */
public interface Condition {
    /**
     * @param underWay the episode that was under way when the courses begin, told by a stored alert
     */
    Verdict judge(Sensed sensed, Optional<Episode> underWay);

    /**
     * How far before the first new reading courses must reach.
     *
     * @param interval at which the asset's slowest device reports
     */
    Duration lookBack(Duration interval);
}
