package de.hexapolis.simulator.physics;

import java.time.Instant;
import java.time.ZoneId;

/** A barrier without its tracker. Immutable. */
public final class BeaconTruth {
    private final BeaconSensing sensing;
    private final ZoneId zone;

    BeaconTruth(BeaconSensing sensing, ZoneId zone) {
        this.sensing = sensing;
        this.zone = zone;
    }

    /** Whether it lies on the road. */
    public boolean tippedOver(Instant at) {
        return sensing.tippedOver(LocalHour.of(at, zone));
    }

    /** Whether its tracker says nothing. */
    public boolean silent(Instant at) {
        return sensing.silent(LocalHour.of(at, zone));
    }
}
