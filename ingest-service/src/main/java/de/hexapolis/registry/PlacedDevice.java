package de.hexapolis.registry;

import java.time.Instant;
import java.util.List;

/**
 * A placement with the numbers of its rows, and the stays of the device so far. Immutable.
 *
 * @param stays by rising {@code from}
 */
record PlacedDevice(Placement placement, long deviceId, long assetId, List<Stay> stays) {
    PlacedDevice {
        stays = List.copyOf(stays);
    }

    /** The same at the beginning of the stay that it has become a part of. */
    PlacedDevice within(Stay joined) {
        return new PlacedDevice(placement.beginning(joined.from()), deviceId, assetId, stays);
    }

    /**
     * From when on the first calibration of a stay is valid that becomes a part of a joined one. Where the joined one
     * begins earlier than any that was known and no calibration is said, that is its beginning.
     */
    Instant calibratedFrom(Stay absorbed, Stay joined) {
        boolean nothingBefore = stays.stream()
                .noneMatch(stay ->
                        stay.from().isBefore(absorbed.from()) && !stay.from().isBefore(joined.from()));
        return placement.distances().isEmpty() && nothingBefore ? joined.from() : absorbed.from();
    }

    Stay wanted() {
        return new Stay(assetId, placement.from(), placement.until());
    }
}
