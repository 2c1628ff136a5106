package de.hexapolis.decode;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.profile.DeviceProfile;
import de.hexapolis.profile.Excerpt;
import de.hexapolis.profile.Mapped;
import de.hexapolis.profile.ProfileLookup;
import de.hexapolis.profile.Uplink;
import de.hexapolis.telemetry.DeviceId;
import java.time.Instant;
import java.util.Optional;

/** What the envelopes of all network servers have in common: a device, a time, a port and a decoded object. */
final class NetworkServer {
    private NetworkServer() {}

    /**
     * An opened envelope.
     *
     * @param device as written
     * @param sentAt empty where the envelope has no time that can be read
     * @param object missing where the network server did not decode
     * @param fallback the profile for a device that has none of its own
     * @param gateway that heard it best; empty: none is named
     */
    record Envelope(
            String device,
            Optional<Instant> sentAt,
            int port,
            JsonNode object,
            Optional<DeviceProfile> fallback,
            Optional<String> gateway) {}

    static Decoded decode(Envelope envelope, ProfileLookup profiles) {
        Optional<DeviceId> id = deviceId(envelope.device());
        if (id.isEmpty()) {
            return new Rejected(
                    RejectReason.MALFORMED,
                    "device: %s is not a device id".formatted(Excerpt.quoted(envelope.device())),
                    Optional.empty());
        }
        DeviceId device = id.get();
        if (!profiles.knows(device)) {
            return refused(RejectReason.UNKNOWN_DEVICE, "device %s is not registered".formatted(device), device);
        }
        Optional<DeviceProfile> profile = profiles.profileOf(device).or(envelope::fallback);
        if (profile.isEmpty()) {
            return refused(RejectReason.NO_PROFILE, "device %s has no profile".formatted(device), device);
        }
        return map(envelope, device, profile.get());
    }

    private static Decoded map(Envelope envelope, DeviceId device, DeviceProfile profile) {
        if (profile.ignoresPort(envelope.port())) {
            return new Ignored("port %d carries no measurement".formatted(envelope.port()));
        }
        JsonNode object = envelope.object();
        if (object.isMissingNode() || object.isNull()) {
            return refused(
                    RejectReason.NOT_DECODED,
                    "the network server sent no decoded object (port %d): check its codec for %s"
                            .formatted(envelope.port(), profile.id()),
                    device);
        }
        Optional<Instant> observedAt = profile.observedAt(object, envelope.sentAt());
        if (observedAt.isEmpty()) {
            return refused(RejectReason.MALFORMED, "time: the message says nowhere when it was observed", device);
        }
        Decoded decoded = whole(profile.map(new Uplink(device, object, envelope.port(), observedAt.get())), device);
        return decoded instanceof Accepted accepted ? accepted.heardThrough(envelope.gateway()) : decoded;
    }

    /** What a profile found, as the outcome of a message. */
    static Decoded whole(Mapped mapped, DeviceId device) {
        Parts parts = new Parts(device);
        parts.add(mapped);
        return parts.whole(mapped.whyNothing());
    }

    /** The id as networks write it; empty if the text is no id. */
    static Optional<DeviceId> deviceId(String text) {
        try {
            return Optional.of(DeviceId.of(text));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static Rejected refused(RejectReason reason, String detail, DeviceId device) {
        return new Rejected(reason, detail, Optional.of(device));
    }
}
