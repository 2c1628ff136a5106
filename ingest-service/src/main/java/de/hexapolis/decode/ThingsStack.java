package de.hexapolis.decode;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.profile.ProfileLookup;
import de.hexapolis.profile.Rfc3339;
import de.hexapolis.telemetry.RawMessage;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Things Stack v3: {@code v3/{application}@{tenant}/devices/{device}/up}. It leaves out fields that are zero, false
 * or empty, so a missing {@code f_port} is 0. Thread-safe.
 */
final class ThingsStack {
    private ThingsStack() {}

    static Decoded decode(RawMessage message, JsonNode root, ProfileLookup profiles) {
        JsonNode uplink = root.path("uplink_message");
        if (!uplink.isObject()) {
            return notAnUplink(message, root);
        }
        int port = uplink.path("f_port").asInt();
        JsonNode object = uplink.path("decoded_payload");
        if (port == 0 && object.isMissingNode() && uplink.path("frm_payload").isMissingNode()) {
            return new Ignored("an uplink without payload");
        }
        return NetworkServer.decode(
                new NetworkServer.Envelope(device(root), sentAt(root), port, object, Optional.empty(), gateway(uplink)),
                profiles);
    }

    /** Joins, acknowledgements of downlinks, solved locations: on neighbouring topics, all with their own field. */
    private static Decoded notAnUplink(RawMessage message, JsonNode root) {
        if (root.path("end_device_ids").isObject()) {
            String topic = message.topic();
            return new Ignored("no uplink: " + topic.substring(topic.lastIndexOf('/') + 1));
        }
        return new Rejected(RejectReason.MALFORMED, "neither end_device_ids nor uplink_message", Optional.empty());
    }

    private static String device(JsonNode root) {
        JsonNode ids = root.path("end_device_ids");
        return ids.path("dev_eui").asText(ids.path("device_id").asText());
    }

    private static Optional<String> gateway(JsonNode uplink) {
        return BestGateway.of(uplink.path("rx_metadata"), "rssi", heard -> {
            JsonNode ids = heard.path("gateway_ids");
            return ids.path("eui").asText(ids.path("gateway_id").asText());
        });
    }

    private static Optional<Instant> sentAt(JsonNode root) {
        return Stream.of(root.path("uplink_message").path("received_at"), root.path("received_at"))
                .flatMap(time -> Rfc3339.parse(time.asText()).stream())
                .findFirst();
    }
}
