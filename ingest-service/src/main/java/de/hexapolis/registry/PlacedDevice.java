package de.hexapolis.registry;

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

    Stay wanted() {
        return new Stay(assetId, placement.from(), placement.until());
    }
}
