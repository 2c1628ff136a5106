package de.hexapolis.registry;

import de.hexapolis.profile.DeviceProfile;
import de.hexapolis.profile.ProfileLookup;
import de.hexapolis.telemetry.DeviceId;
import java.util.Map;
import java.util.Optional;

/** The registry as it stood at one version: what decoding and storing need of it. Immutable. */
public final class RegistryView implements ProfileLookup {
    private final long version;
    private final Map<DeviceId, RegisteredDevice> devices;
    private final Map<String, Optional<DeviceProfile>> profiles;

    /** Both maps are not changed any more by whoever made them: a copy of 100,000 entries would be a waste. */
    RegistryView(long version, Map<DeviceId, RegisteredDevice> devices, Map<String, Optional<DeviceProfile>> profiles) {
        this.version = version;
        this.devices = devices;
        this.profiles = profiles;
    }

    /** The version in table {@code registry_version}; a write under an older view must not be committed. */
    public long version() {
        return version;
    }

    public Optional<RegisteredDevice> device(DeviceId key) {
        return Optional.ofNullable(devices.get(key));
    }

    /** How many devices are registered. */
    public int size() {
        return devices.size();
    }

    @Override
    public Optional<DeviceProfile> profileOf(DeviceId key) {
        return device(key).flatMap(RegisteredDevice::profile);
    }

    @Override
    public boolean knows(DeviceId key) {
        return devices.containsKey(key);
    }

    @Override
    public Optional<DeviceProfile> profile(String profileId) {
        return profiles.getOrDefault(profileId, Optional.empty());
    }
}
