package de.hexapolis.decode;

import de.hexapolis.profile.DeviceProfile;
import de.hexapolis.profile.ProfileLookup;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.TelemetryTopic;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The device that a topic names, for messages that cannot be read: whose staff see them in quarantine. Only what the
 * format itself takes for the device counts, for an application's own names may be another city's devices. Stateless.
 */
final class TopicDevice {
    private static final Pattern CHIRPSTACK = Pattern.compile("application/[^/]+/device/([^/]+)/event/[^/]+");

    /** A DevEUI, or {@code eui-<DevEUI>} as the console proposes it; another id is the application's own name. */
    private static final Pattern THINGS_STACK = Pattern.compile("v3/[^/]+/devices/(?:eui-)?(\\p{XDigit}{16})/.+");

    private TopicDevice() {}

    /** Empty where the format's topics name none, or none for certain. */
    static Optional<DeviceId> of(String topic, WireFormat format, ProfileLookup profiles) {
        return switch (format.envelope()) {
            case HEXAPOLIS, SENML -> TelemetryTopic.parse(topic).map(TelemetryTopic::device);
            case CHIRPSTACK -> named(CHIRPSTACK, topic);
            case THE_THINGS_STACK -> named(THINGS_STACK, topic);
            case THINGPARK -> Optional.empty();
            case MAPPED ->
                profiles.profile(format.profileId())
                        .flatMap(DeviceProfile::envelope)
                        .flatMap(envelope -> envelope.topicDevice(topic))
                        .flatMap(NetworkServer::deviceId);
        };
    }

    private static Optional<DeviceId> named(Pattern grammar, String topic) {
        Matcher parts = grammar.matcher(topic);
        return parts.matches() ? NetworkServer.deviceId(parts.group(1)) : Optional.empty();
    }
}
