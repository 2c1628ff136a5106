package de.hexapolis.simulator.physics;

import java.time.Instant;
import java.util.Optional;

/** What one device feels over time. One thread; repeatable: the same instant gives the same state, in any order. */
public interface Sensing {
    /** Empty while the device is silent. */
    Optional<State> at(Instant instant);
}
