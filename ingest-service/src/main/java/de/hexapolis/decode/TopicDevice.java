package de.hexapolis.decode;

import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.TelemetryTopic;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The device that a topic names, for messages that cannot be read: whose staff see them in quarantine. */
final class TopicDevice {
    private static final Pattern CHIRPSTACK = Pattern.compile("application/[^/]+/device/([^/]+)/event/[^/]+");

    /** The console of The Things Stack proposes {@code eui-<DevEUI>} as a device's id. */
    private static final Pattern THINGS_STACK =
            Pattern.compile("v3/[^/]+/devices/(?:eui-(?=\\p{XDigit}{16}/))?([^/]+)/.+");

    private TopicDevice() {}

    /** Empty where the format's topics name none. */
    static Optional<DeviceId> of(String topic, WireFormat format) {
        return switch (format.envelope()) {
            case HEXAPOLIS, SENML -> TelemetryTopic.parse(topic).map(TelemetryTopic::device);
            case CHIRPSTACK -> named(CHIRPSTACK, topic);
            case THE_THINGS_STACK -> named(THINGS_STACK, topic);
            case THINGPARK, MAPPED -> Optional.empty();
        };
    }

    private static Optional<DeviceId> named(Pattern grammar, String topic) {
        Matcher parts = grammar.matcher(topic);
        return parts.matches() ? NetworkServer.deviceId(parts.group(1)) : Optional.empty();
    }
}
