package de.hexapolis.registry;

import java.time.Instant;
import java.util.Optional;

/**
 * That a device is at an asset. Immutable.
 *
 * @param reference of the asset, within the city
 * @param until exclusive; empty: still there
 * @param distances what it measures when the bin is empty and when it is full
 */
public record Placement(
        String deviceKey,
        String cityId,
        String reference,
        Instant from,
        Optional<Instant> until,
        Optional<Calibration> distances) {

    /** The same, but for its beginning. */
    Placement beginning(Instant other) {
        return new Placement(deviceKey, cityId, reference, other, until, distances);
    }
}
