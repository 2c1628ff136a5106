package de.hexapolis.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import com.fasterxml.jackson.databind.node.MissingNode;
import de.hexapolis.simulator.SharedData;
import de.hexapolis.simulator.console.BadInput;
import de.hexapolis.simulator.fleet.Gateway;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.fleet.SimulatedDevice.Speech;
import de.hexapolis.simulator.physics.Devices;
import de.hexapolis.simulator.physics.State;
import de.hexapolis.simulator.physics.World;
import de.hexapolis.simulator.publish.Outgoing;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkServersTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant AT = Instant.parse("2026-07-01T10:15:00.250Z");

    @ParameterizedTest
    @CsvSource({
        "noah/trashbin-sensor, bin",
        "dingtek/df702, bin",
        "teneo-iot/filling-degree-sensor, bin",
        "netvox/r718x, bin",
        "dragino/ldds75, bin",
        "milesight-iot/em400-mud, bin",
        "decentlab/dl-smtp, tree",
        "decentlab/dl-trs21, tree",
        "dragino/lse01, tree",
        "sensecap/sensecaps2104-soil-moisture-temp, tree",
        "tektelic/t00059xx-kiwi, tree",
        "milesight-iot/em500-smtc, tree",
        "dragino/lgt92, roadworks",
        "digital-matter/oyster, roadworks"
    })
    void saysNothingThatTheRealDevicesCodecDoesNotSay(String profile, String kind) throws IOException {
        Map<String, JsonNode> real = new HashMap<>();
        for (JsonNode device :
                JSON.readTree(SharedData.file("devices/uplinks.json").toFile())) {
            if (device.path("device").asText().equals(profile)) {
                device.path("examples").forEach(example -> collect("", example.at("/output/data"), real));
            }
        }
        assertThat(real).isNotEmpty();
        for (int hour = 0; hour < 300; hour++) {
            Map<String, JsonNode> ours = new HashMap<>();
            SimulatedDevice device = Devices.of(kind, 1, profile, Speech.CHIRPSTACK);
            Optional<State> state = World.seeded(1).sensing(device).at(AT.plus(Duration.ofHours(hour)));
            state.ifPresent(felt ->
                    collect("", tree(Speaker.of(device).say(device, felt, 7)).path("object"), ours));
            ours.forEach((path, value) -> assertThat(kind(value))
                    .as("%s %s", profile, path)
                    .isEqualTo(kind(real.getOrDefault(path, MissingNode.getInstance()))));
        }
    }

    @Test
    void wrapsAnUplinkAsTheThingsStackDoes() {
        SimulatedDevice device = Devices.of("bin", 0xab, "milesight-iot/em400-mud", Speech.THE_THINGS_STACK);
        State state = World.seeded(1).sensing(device).at(AT).orElseThrow();
        Outgoing message = Speaker.of(device).say(device, state, 0);
        JsonNode json = tree(message);
        assertThat(message.topic()).isEqualTo("v3/fulda-bin@hexapolis/devices/eui-a81758fffe0000ab/up");
        assertThat(json.at("/end_device_ids/dev_eui").asText()).isEqualTo("A81758FFFE0000AB");
        assertThat(json.at("/uplink_message/received_at").asText()).isEqualTo("2026-07-01T10:15:00.250Z");
        assertThat(json.at("/uplink_message/f_cnt").isMissingNode())
                .as("zero is left out")
                .isTrue();
        assertThat(json.at("/uplink_message/decoded_payload/battery").isInt()).isTrue();
        assertThat(json.at("/uplink_message/settings/frequency").asText()).isEqualTo("868300000");
        JsonNode gateway = json.at("/uplink_message/rx_metadata/0/gateway_ids");
        assertThat(gateway.path("gateway_id").asText())
                .isEqualTo(Gateway.of(device).name());
        assertThat(gateway.path("eui").asText().toLowerCase(Locale.ROOT))
                .isEqualTo(Gateway.of(device).eui());
    }

    @Test
    void wrapsAnUplinkAsChirpStackDoes() {
        SimulatedDevice device = Devices.of("tree", 0xab, "milesight-iot/em500-smtc", Speech.CHIRPSTACK);
        State state = World.seeded(1).sensing(device).at(AT).orElseThrow();
        Outgoing message = Speaker.of(device).say(device, state, 12);
        JsonNode json = tree(message);
        assertThat(message.topic()).matches("application/[0-9a-f-]{36}/device/a81758fffe0000ab/event/up");
        assertThat(json.at("/deviceInfo/devEui").asText()).isEqualTo("a81758fffe0000ab");
        assertThat(json.at("/time").asText()).isEqualTo("2026-07-01T10:15:00.250000+00:00");
        assertThat(json.at("/fCnt").asInt()).isEqualTo(12);
        assertThat(json.at("/rxInfo/0/gatewayId").asText())
                .isEqualTo(Gateway.of(device).eui());
    }

    @Test
    void refusesAProfileThatItDoesNotKnow() {
        assertThatThrownBy(() -> Speaker.of(Devices.of("bin", 1, "acme/x1", Speech.CHIRPSTACK)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("acme/x1");
    }

    private static JsonNodeType kind(JsonNode node) {
        return node.getNodeType();
    }

    private static JsonNode tree(Outgoing message) {
        try {
            return JSON.readTree(message.payload());
        } catch (IOException notJson) {
            throw new IllegalStateException(notJson);
        }
    }

    private static void collect(String path, JsonNode node, Map<String, JsonNode> leaves) {
        if (node.isObject()) {
            node.properties().forEach(field -> collect(path + "." + field.getKey(), field.getValue(), leaves));
        } else if (node.isArray()) {
            node.forEach(element -> collect(path + "[]", element, leaves));
        } else {
            leaves.put(path, node);
        }
    }
}
