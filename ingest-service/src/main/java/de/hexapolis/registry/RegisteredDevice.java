package de.hexapolis.registry;

import de.hexapolis.profile.DeviceProfile;
import de.hexapolis.telemetry.CityId;
import de.hexapolis.telemetry.DeviceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A device that somebody registered, with all places where it was. Immutable.
 *
 * @param deviceId the row's number
 * @param profile empty for devices that speak our own JSON or SenML
 * @param installations by rising {@code from}; no two overlap
 */
public record RegisteredDevice(
        long deviceId,
        DeviceId key,
        Optional<CityId> city,
        Optional<DeviceProfile> profile,
        List<Installation> installations) {

    public RegisteredDevice {
        installations = List.copyOf(installations);
    }

    /** Where the device was at that instant. */
    public Optional<Installation> installationAt(Instant instant) {
        for (int i = installations.size() - 1; i >= 0; i--) {
            if (installations.get(i).covers(instant)) {
                return Optional.of(installations.get(i));
            }
        }
        return Optional.empty();
    }
}
