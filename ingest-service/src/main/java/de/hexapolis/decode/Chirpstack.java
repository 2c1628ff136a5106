package de.hexapolis.decode;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.profile.Excerpt;
import de.hexapolis.profile.ProfileLookup;
import de.hexapolis.profile.Rfc3339;
import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.Measurement;
import de.hexapolis.telemetry.Quantity;
import de.hexapolis.telemetry.RawMessage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * ChirpStack v4: {@code application/{id}/device/{devEui}/event/{event}}. {@code up} carries the decoded object,
 * {@code status} the battery level; every other event carries no measurement. Thread-safe.
 */
final class Chirpstack {
    private static final Set<String> OTHER_EVENTS = Set.of("join", "ack", "txack", "log", "location", "integration");

    private Chirpstack() {}

    static Decoded decode(RawMessage message, JsonNode root, ProfileLookup profiles) {
        String event = message.topic().substring(message.topic().lastIndexOf('/') + 1);
        if (OTHER_EVENTS.contains(event)) {
            return new Ignored("no uplink: " + event);
        }
        JsonNode info = root.path("deviceInfo");
        if (!info.isObject()) {
            return new Rejected(
                    RejectReason.MALFORMED, "deviceInfo: %s".formatted(Excerpt.quoted(info)), Optional.empty());
        }
        Optional<Instant> sentAt = Rfc3339.parse(root.path("time").asText());
        String device = info.path("devEui").asText();
        if (event.equals("status")) {
            return status(root, device, sentAt);
        }
        JsonNode object = root.path("object");
        if (object.isMissingNode() && root.path("data").asText().isEmpty()) {
            return new Ignored("an uplink without payload");
        }
        return NetworkServer.decode(
                new NetworkServer.Envelope(
                        device, sentAt, root.path("fPort").asInt(), object, Optional.empty(), gateway(root)),
                profiles);
    }

    private static Optional<String> gateway(JsonNode root) {
        return BestGateway.of(
                root.path("rxInfo"), "rssi", heard -> heard.path("gatewayId").asText());
    }

    private static Decoded status(JsonNode root, String deviceText, Optional<Instant> sentAt) {
        Optional<DeviceId> device = NetworkServer.deviceId(deviceText);
        JsonNode level = root.path("batteryLevel");
        boolean isUnknown = root.path("batteryLevelUnavailable").asBoolean()
                || root.path("externalPowerSource").asBoolean();
        if (isUnknown || !level.isNumber() || !Double.isFinite(level.doubleValue())) {
            return new Ignored("a status without battery level");
        }
        if (device.isEmpty() || sentAt.isEmpty()) {
            return new Rejected(
                    RejectReason.MALFORMED,
                    "devEui: %s, time: %s".formatted(Excerpt.quoted(deviceText), Excerpt.quoted(root.path("time"))),
                    device);
        }
        Measurement battery =
                new Measurement(device.get(), Quantity.BATTERY_LEVEL, Channel.ONLY, sentAt.get(), level.doubleValue());
        return new Accepted(device.get(), List.of(battery), List.of(), List.of(), List.of());
    }
}
