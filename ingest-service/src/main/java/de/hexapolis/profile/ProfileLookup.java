package de.hexapolis.profile;

import de.hexapolis.telemetry.DeviceId;
import java.util.Optional;

/** Which devices are registered, and how they are read. */
public interface ProfileLookup {
    /** The device's profile; empty if it has none or is not registered. */
    Optional<DeviceProfile> profileOf(DeviceId device);

    /** Whether the device is registered. */
    boolean knows(DeviceId device);
}
