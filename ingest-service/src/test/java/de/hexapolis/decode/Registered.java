package de.hexapolis.decode;

import de.hexapolis.profile.DeviceProfile;
import de.hexapolis.profile.ProfileLookup;
import de.hexapolis.telemetry.DeviceId;
import java.util.Map;
import java.util.Optional;

/** A registry of a few devices, for tests; a device may be known without a profile. */
record Registered(Map<DeviceId, Optional<DeviceProfile>> devices, Map<String, DeviceProfile> profiles)
        implements ProfileLookup {
    static Registered nothing() {
        return new Registered(Map.of(), Map.of());
    }

    static Registered one(DeviceId device, DeviceProfile profile) {
        return new Registered(Map.of(device, Optional.of(profile)), Map.of(profile.id(), profile));
    }

    @Override
    public Optional<DeviceProfile> profileOf(DeviceId device) {
        return devices.getOrDefault(device, Optional.empty());
    }

    @Override
    public boolean knows(DeviceId device) {
        return devices.containsKey(device);
    }

    @Override
    public Optional<DeviceProfile> profile(String profileId) {
        return Optional.ofNullable(profiles.get(profileId));
    }
}
