package de.hexapolis.decode;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.profile.DeviceProfile;
import de.hexapolis.profile.Envelope;
import de.hexapolis.profile.ProfileLookup;
import de.hexapolis.telemetry.RawMessage;
import java.util.Optional;

/**
 * Any JSON: the source's profile says where device, time and object lie. The device's own profile says what the object
 * means; where it has none, the source's profile does. Thread-safe.
 */
final class MappedJson {
    private MappedJson() {}

    static Decoded decode(RawMessage message, JsonNode root, String profileId, ProfileLookup profiles) {
        Optional<DeviceProfile> profile = profiles.profile(profileId);
        Optional<Envelope> envelope = profile.flatMap(DeviceProfile::envelope);
        if (envelope.isEmpty()) {
            return new Rejected(
                    RejectReason.NO_PROFILE,
                    profile.isEmpty()
                            ? "profile %s is not loaded".formatted(profileId)
                            : "profile %s has no section envelope".formatted(profileId),
                    Optional.empty());
        }
        Envelope opened = envelope.get();
        if (!opened.isMeant(message.topic())) {
            return new Ignored("the topic is none of a device");
        }
        return NetworkServer.decode(
                new NetworkServer.Envelope(
                        opened.device(message.topic(), root).orElse(""),
                        opened.sentAt(root, message.receivedAt()),
                        opened.port(root),
                        opened.body(root),
                        profile.filter(DeviceProfile::hasRules),
                        Optional.empty()),
                profiles);
    }
}
