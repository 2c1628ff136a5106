package de.hexapolis.rules;

/** A condition on readings, events or positions: the same samples tell the same episodes, however often they are told. */
public sealed interface Sampled extends Condition
        permits Threshold, SoilTable, AvailableWater, Rise, EventHeld, Moved, Any {
    @Override
    default boolean livesByTheClock() {
        return false;
    }
}
