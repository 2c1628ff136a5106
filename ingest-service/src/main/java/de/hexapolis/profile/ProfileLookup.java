package de.hexapolis.profile;

import de.hexapolis.telemetry.DeviceId;
import java.util.Optional;

/** What decoding asks of the registry. Implementations are thread-safe. */
public interface ProfileLookup {
    /** The profile of a device; empty for a device without one, and for an unknown device. */
    Optional<DeviceProfile> profileOf(DeviceId device);

    /** Whether the device is registered. */
    boolean knows(DeviceId device);

    /** The profile with this id, for sources whose format is {@code mapped:<profile id>}. */
    Optional<DeviceProfile> profile(String profileId);
}
