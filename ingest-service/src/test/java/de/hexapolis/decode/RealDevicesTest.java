package de.hexapolis.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.profile.ShippedProfiles;
import de.hexapolis.profile.Unread;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.Measurement;
import de.hexapolis.telemetry.RawMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Uplinks of real devices, each in the envelope of both network servers, through the profiles that we ship. */
class RealDevicesTest {
    /** Device and number of its example, what comes of it; an outcome in one word is no measurement. */
    private static final String EXPECTED =
            """
            noah/trashbin-sensor 0                      | battery_voltage=1.306 device_temperature=0.00026 fill_level=95.233
            dingtek/df702 0                             | device_temperature=25.0 distance=2000.0 tilt=0.0 full:false fire:false tilt:false battery_low:false
            dingtek/df702 1                             | device_temperature=25.0 distance=2000.0 tilt=0.0 full:false fire:false tilt:false battery_low:false @40.038999,116.50743
            dingtek/df702 2                             | ignored
            teneo-iot/filling-degree-sensor 0           | battery_voltage=3.1 distance=300.0
            teneo-iot/filling-degree-sensor 1           | battery_voltage=3.2 distance=300.0
            teneo-iot/filling-degree-sensor 2           | air_humidity=44.29 battery_voltage=3.4 device_temperature=18.75 distance=1200.0
            teneo-iot/filling-degree-sensor 3           | battery_voltage=3.3 measurement_error:1
            dragino/ldds75 0                            | ignored
            dragino/ldds75 1                            | not_decoded
            netvox/r718x 0                              | ignored
            netvox/r718x 1                              | battery_voltage=3.6 device_temperature=26.3 distance=300.0 fill_level=50.0 tilt=10.0
            netvox/r718x 2                              | ignored
            netvox/r718x 3                              | ignored
            netvox/r718x 4                              | ignored
            netvox/r718x 5                              | ignored
            netvox/r718x 6                              | ignored
            netvox/r718x 7                              | ignored
            netvox/r718x 8                              | ignored
            netvox/r718x 9                              | ignored
            milesight-iot/em400-mud 0                   | battery_level=92.0 device_temperature=25.7 distance=2116.0 tilt:true
            decentlab/dl-smtp 0                         | battery_voltage=2.875 soil_moisture/0=-0.39 soil_moisture/1=-0.258 soil_moisture/2=-0.314 soil_moisture/3=0.752 soil_moisture/4=1.456 soil_moisture/5=4.152 soil_temperature/0=27.0 soil_temperature/1=27.12 soil_temperature/2=27.06 soil_temperature/3=27.25 soil_temperature/4=27.0 soil_temperature/5=27.25
            decentlab/dl-smtp 1                         | battery_voltage=2.875
            decentlab/dl-trs21 0                        | battery_voltage=3.109 soil_temperature=16.1 soil_water_tension=11.7
            decentlab/dl-trs21 1                        | battery_voltage=3.109
            dragino/lse01 0                             | air_temperature=24.1 battery_voltage=3.625 soil_conductivity=28.2 soil_moisture=19.57 soil_temperature=24.59
            dragino/lse01 1                             | not_decoded
            sensecap/sensecaps2104-soil-moisture-temp 0 | battery_level=100.0
            sensecap/sensecaps2104-soil-moisture-temp 1 | air_humidity=31.4 air_temperature=21.4
            sensecap/sensecaps2104-soil-moisture-temp 2 | ignored
            tektelic/t00059xx-kiwi 0                    | air_humidity=82.5 air_temperature=17.3 illuminance=3415.0 soil_water_tension/1=35.764
            milesight-iot/em500-smtc 0                  | battery_level=92.0 soil_moisture=50.5 soil_temperature=30.8
            dragino/lgt92 0                             | battery_voltage=3.36 tilt/pitch=4.0 tilt/roll=0.75 alarm:false @22.70626,114.24252
            dragino/lgt92 1                             | battery_voltage=3.118 alarm:false @49.990448,8.449273
            dragino/lgt92 2                             | battery_voltage=3.118 alarm:false
            digital-matter/oyster 0                     | battery_voltage=5.55 speed=0.0 moved:false @-32.0,116.0
            digital-matter/oyster 1                     | battery_voltage=4.75 moved:true fix_failed:true
            """;

    private static final DeviceId DEVICE = new DeviceId("0004a30b001c0530");
    private static final String RECEIVED = "2026-07-01T10:15:00.789585559Z";
    private static final Instant OBSERVED = Instant.parse("2026-07-01T10:15:00.789585Z");

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void measureTheSameThroughTheThingsStack() throws IOException {
        assertThat(outcomes(WireFormat.THE_THINGS_STACK, "v3/app1@tenant1/devices/dev1/up"))
                .isEqualTo(expected());
    }

    @Test
    void measureTheSameThroughChirpstack() throws IOException {
        assertThat(outcomes(WireFormat.CHIRPSTACK, "application/17c8/device/0004a30b001c0530/event/up"))
                .isEqualTo(expected());
    }

    private List<String> outcomes(WireFormat format, String topic) throws IOException {
        List<String> outcomes = new ArrayList<>();
        for (JsonNode device : SharedData.json("devices/uplinks.json")) {
            String name = device.get("device").asText();
            Registered registered = Registered.one(DEVICE, ShippedProfiles.named(name));
            int number = 0;
            for (JsonNode example : device.get("examples")) {
                byte[] payload = json.writeValueAsBytes(
                        format.equals(WireFormat.CHIRPSTACK) ? chirpstack(example) : thingsStack(example));
                Decoded decoded = new MessageDecoder()
                        .decode(new RawMessage("lorawan", topic, payload, Instant.now()), format, registered);
                assertThat(decoded instanceof Ignored ignored ? ignored.unread() : Optional.<Unread>empty())
                        .as("%s %d reads nothing, and does not say so", name, number)
                        .isEmpty();
                assertThat(decoded instanceof Accepted accepted ? accepted.measurements() : List.<Measurement>of())
                        .allSatisfy(measurement ->
                                assertThat(measurement.observedAt()).isEqualTo(OBSERVED));
                outcomes.add("%s %d | %s".formatted(name, number++, Outcome.of(decoded)));
            }
        }
        return outcomes;
    }

    private static ObjectNode thingsStack(JsonNode example) {
        ObjectNode message = envelope(0);
        ObjectNode uplink = (ObjectNode) message.get("uplink_message");
        uplink.put("f_port", example.get("fPort").asInt()).put("received_at", RECEIVED);
        uplink.remove("decoded_payload");
        JsonNode object = example.path("output").path("data");
        if (!object.isMissingNode()) {
            uplink.set("decoded_payload", object);
        }
        return message;
    }

    private static ObjectNode chirpstack(JsonNode example) {
        ObjectNode message = envelope(1);
        message.put("time", "2026-07-01T10:15:00.789585559+00:00")
                .put("fPort", example.get("fPort").asInt());
        ((ObjectNode) message.get("deviceInfo")).put("devEui", DEVICE.value());
        JsonNode object = example.path("output").path("data");
        if (!object.isMissingNode()) {
            message.set("object", withFractions(object));
        }
        return message;
    }

    /** As ChirpStack v4 writes numbers, whose object is a protobuf Struct: every one as a double. */
    private static JsonNode withFractions(JsonNode node) {
        if (node.isNumber()) {
            return DoubleNode.valueOf(node.doubleValue());
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(element -> array.add(withFractions(element)));
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> object.set(field.getKey(), withFractions(field.getValue())));
            return object;
        }
        return node;
    }

    private static ObjectNode envelope(int index) {
        return SharedData.json("messages/network-servers.json")
                .get(index)
                .get("message")
                .deepCopy();
    }

    /** With the columns' padding taken out. */
    private static List<String> expected() {
        return EXPECTED.lines().map(line -> line.replaceAll(" +\\| ", " | ")).toList();
    }
}
