package de.hexapolis.decode;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.profile.ProfileLookup;
import de.hexapolis.profile.Rfc3339;
import java.util.Optional;

/**
 * Actility ThingPark: {@code DevEUI_uplink}; some versions send every number as text, so numbers are read from both.
 * {@code payload} is the object that IoT Flow decodes. Thread-safe.
 */
final class Thingpark {
    private Thingpark() {}

    static Decoded decode(JsonNode root, ProfileLookup profiles) {
        JsonNode uplink = root.path("DevEUI_uplink");
        if (!uplink.isObject()) {
            return root.isObject()
                            && !root.isEmpty()
                            && root.fieldNames().next().startsWith("DevEUI_")
                    ? new Ignored("no uplink: " + root.fieldNames().next())
                    : new Rejected(RejectReason.MALFORMED, "DevEUI_uplink: nothing", Optional.empty());
        }
        JsonNode object = uplink.path("payload");
        if (object.isMissingNode() && uplink.path("payload_hex").asText().isEmpty()) {
            return new Ignored("an uplink without payload");
        }
        return NetworkServer.decode(
                new NetworkServer.Envelope(
                        uplink.path("DevEUI").asText(),
                        Rfc3339.parse(uplink.path("Time").asText()),
                        uplink.path("FPort").asInt(),
                        object,
                        Optional.empty(),
                        BestGateway.named(uplink.path("Lrrid").asText())),
                profiles);
    }
}
