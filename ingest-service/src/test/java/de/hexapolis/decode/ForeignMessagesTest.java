package de.hexapolis.decode;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.profile.DeviceProfile;
import de.hexapolis.profile.ProfileException;
import de.hexapolis.profile.ShippedProfiles;
import de.hexapolis.telemetry.DeviceId;
import de.hexapolis.telemetry.RawMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documented messages of network servers and gateways, as they are. */
class ForeignMessagesTest {
    private static final Instant RECEIVED = Instant.parse("2026-07-01T10:15:01Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            6 | mapped:zigbee2mqtt/soil | zigbee2mqtt/tree-12 | tree-12 | air_humidity=67.0 battery_level=50.0 illuminance=5.0 soil_moisture=42.0 soil_temperature=23.2 soil_dry:false | 2026-01-22T04:53:02Z
            7 | mapped:tasmota/sensor | tele/bin_7/SENSOR | bin_7 | air_humidity=47.2 air_pressure=973.8 air_temperature=26.1 distance=593.68 | 2021-08-17T05:31:36Z
            5 | mapped:milesight-iot/em400-mud-nb-iot | nb/up | 6749d19054690031 | battery_level=100.0 device_temperature=26.7 distance=315.0 tilt:true | 2026-07-01T10:15:01Z
            """)
    void areReadByTheSourcesProfile(
            int index, String format, String topic, String device, String outcome, Instant observedAt) {
        JsonNode message = message(index);
        Accepted accepted = (Accepted)
                decode(message, format, topic, device, WireFormat.of(format).profileId());
        assertThat(Outcome.of(accepted)).isEqualTo(outcome);
        assertThat(accepted.measurements())
                .allSatisfy(m -> assertThat(m.observedAt()).isEqualTo(observedAt));
    }

    @Test
    void openTheEnvelopeByTheSourcesProfileAndTheObjectByTheDevices() {
        ObjectNode message = (ObjectNode) message(4);
        ((ObjectNode) message.get("payload_fields")).put("distance", "2799 mm");
        Registered registered = new Registered(
                Map.of(new DeviceId("0004a30b001fdc0a"), Optional.of(ShippedProfiles.named("dragino/ldds75"))),
                ShippedProfiles.byId());
        Decoded decoded = new MessageDecoder()
                .decode(raw("app/devices/x/up", message.toString()), WireFormat.of("mapped:ttn-v2"), registered);
        assertThat(Outcome.of(decoded)).isEqualTo("distance=2799.0");
        assertThat(((Accepted) decoded).measurements().get(0).observedAt())
                .isEqualTo(Instant.parse("2018-12-03T20:39:04.748804Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "receipt, 2026-07-01T10:14:00Z, 2026-07-01T10:14:00Z",
        "receipt, 1970-01-01T00:00:12Z, 2026-07-01T10:15:01Z",
        "receipt, 2026-07-01T10:22:01Z, 2026-07-01T10:15:01Z",
        "refuse, 1970-01-01T00:00:12Z, 1970-01-01T00:00:12Z",
    })
    void areTimedByTheReceiptWhereTheDevicesClockCannotBe(String otherwise, String time, Instant observedAt)
            throws ProfileException {
        DeviceProfile gateway = DeviceProfile.parse(
                """
                profile: gateway
                version: "1"
                envelope: {device: id, time: {path: at, otherwise: %s}}
                readings: [{quantity: distance, path: d}]
                """
                        .formatted(otherwise),
                "gateway.yaml");
        Accepted accepted = (Accepted) new MessageDecoder()
                .decode(
                        raw("gateway/up", "{\"id\":\"bin\",\"at\":\"%s\",\"d\":7}".formatted(time)),
                        WireFormat.of("mapped:gateway"),
                        Registered.one(new DeviceId("bin"), gateway));
        assertThat(accepted.measurements().get(0).observedAt()).isEqualTo(observedAt);
    }

    @Test
    void nameADeviceByANumberWithFraction() throws ProfileException {
        DeviceProfile gateway = DeviceProfile.parse(
                """
                profile: gateway
                version: "1"
                envelope: {device: id, time: {otherwise: receipt}}
                readings: [{quantity: distance, path: d}]
                """,
                "gateway.yaml");
        Decoded decoded = new MessageDecoder()
                .decode(
                        raw("gateway/up", "{\"id\":4102.0,\"d\":7}"),
                        WireFormat.of("mapped:gateway"),
                        Registered.one(new DeviceId("4102"), gateway));
        assertThat(Outcome.of(decoded)).isEqualTo("distance=7.0");
    }

    @Test
    void readGreenEcolutionInsideTheThingsStack() {
        ObjectNode message = (ObjectNode) message(0);
        ((ObjectNode) message.get("uplink_message")).set("decoded_payload", message(9));
        assertThat(Outcome.of(decode(
                        message,
                        "the-things-stack",
                        "v3/a/devices/d/up",
                        "0004a30b001c0530",
                        "green-ecolution/sensor")))
                .isEqualTo("air_humidity=50.0 air_temperature=2.0 battery_voltage=3.943 soil_water_tension/30cm=10.0"
                        + " soil_water_tension/60cm=11.0 soil_water_tension/90cm=8.0 @54.81,9.48");
    }

    @Test
    void readThingparkWithNumbersTypedOrAsText() {
        ObjectNode message = (ObjectNode) message(3);
        ObjectNode uplink = (ObjectNode) message.get("DevEUI_uplink");
        uplink.putObject("payload").put("water_SOIL", "19.57");
        String typed = Outcome.of(decode(message, "thingpark", "tpx", "402c765000000074", "dragino/lse01"));
        uplink.put("FPort", "2").put("LrrRSSI", "-80.000000");
        Decoded asText = decode(message, "thingpark", "tpx", "402c765000000074", "dragino/lse01");
        assertThat(Outcome.of(asText)).isEqualTo(typed).isEqualTo("soil_moisture=19.57");
        assertThat(((Accepted) asText).measurements().get(0).observedAt())
                .isEqualTo(Instant.parse("2021-11-30T23:00:11.013Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            the-things-stack | v3/a@t/devices/bay-7/up | {"end_device_ids":{"device_id":"bay-7"},"uplink_message":{"received_at":"2026-07-01T10:15:00Z","decoded_payload":{"distance":"300 mm"},"rx_metadata":[{"gateway_ids":{"gateway_id":"far","eui":"A84041FFFF000002"},"rssi":-109},{"gateway_ids":{"gateway_id":"near","eui":"A84041FFFF000001"},"rssi":-61.5},{"gateway_ids":{"gateway_id":"silent"}}]}} | a84041ffff000001
            the-things-stack | v3/a@t/devices/bay-7/up | {"end_device_ids":{"device_id":"bay-7"},"uplink_message":{"received_at":"2026-07-01T10:15:00Z","decoded_payload":{"distance":"300 mm"},"rx_metadata":[{"gateway_ids":{"gateway_id":"Roof-1"}}]}} | roof-1
            the-things-stack | v3/a@t/devices/bay-7/up | {"end_device_ids":{"device_id":"bay-7"},"uplink_message":{"received_at":"2026-07-01T10:15:00Z","decoded_payload":{"distance":"300 mm"},"rx_metadata":{"gateway_ids":7}}} | none
            the-things-stack | v3/a@t/devices/bay-7/up | {"end_device_ids":{"device_id":"bay-7"},"uplink_message":{"received_at":"2026-07-01T10:15:00Z","decoded_payload":{"distance":"300 mm"},"rx_metadata":[{"gateway_ids":{"gateway_id":"a/b' or 1=1"},"rssi":-1}]}} | none
            chirpstack | application/1/device/bay-7/event/up | {"time":"2026-07-01T10:15:00+00:00","deviceInfo":{"devEui":"bay-7"},"fPort":2,"object":{"distance":"300 mm"},"rxInfo":[{"gatewayId":"0016c001f153a14c","rssi":-36},{"gatewayId":"0016c001f153a14d","rssi":-35}]} | 0016c001f153a14d
            thingpark | any | {"DevEUI_uplink":{"Time":"2026-07-01T10:15:00Z","DevEUI":"bay-7","FPort":2,"payload":{"distance":"300 mm"},"Lrrid":"080E04D1","LrrRSSI":"-91.0"}} | 080e04d1
            hexapolis | v1/fulda/bay-7/telemetry | {"observed_at":"2026-07-01T10:15:00Z","readings":[{"quantity":"distance","value":1}]} | none
            """)
    void nameTheGatewayThatHeardThemBest(String format, String topic, String payload, String gateway) {
        Registered registered = Registered.one(new DeviceId("bay-7"), ShippedProfiles.named("dragino/ldds75"));
        Accepted accepted =
                (Accepted) new MessageDecoder().decode(raw(topic, payload), WireFormat.of(format), registered);
        assertThat(accepted.gateway().orElse("none")).isEqualTo(gateway);
    }

    @Test
    void nameTheGatewayAsDocumentedMessagesDo() {
        ObjectNode stack = (ObjectNode) message(0);
        ObjectNode chirp = (ObjectNode) message(1);
        ((ObjectNode) stack.get("uplink_message")).putObject("decoded_payload").put("distance", "300 mm");
        chirp.putObject("object").put("distance", "300 mm");

        assertThat(((Accepted) decode(
                                stack, "the-things-stack", "v3/a/devices/d/up", "0004a30b001c0530", "dragino/ldds75"))
                        .gateway())
                .contains("9c5c8e00001a05c4");
        assertThat(((Accepted) decode(
                                chirp,
                                "chirpstack",
                                "application/1/device/d/event/up",
                                "0101010101010101",
                                "dragino/ldds75"))
                        .gateway())
                .contains("0016c001f153a14c");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            the-things-stack | v3/a@t/devices/d/join | {"end_device_ids":{"device_id":"d"},"join_accept":{}} | ignored
            the-things-stack | v3/a@t/devices/d/down/ack | {"end_device_ids":{"device_id":"d"},"downlink_ack":{}} | ignored
            the-things-stack | v3/a@t/devices/d/up | {"end_device_ids":{"device_id":"bay-7"},"uplink_message":{"f_port":2,"frm_payload":"AA==","received_at":"2026-07-01T10:15:00Z"}} | not_decoded
            the-things-stack | v3/a@t/devices/d/up | {"end_device_ids":{"device_id":"bay-7"},"uplink_message":{"f_port":5,"frm_payload":"AA==","received_at":"2026-07-01T10:15:00Z"}} | ignored
            the-things-stack | v3/a@t/devices/d/up | {"end_device_ids":{"device_id":"bay-7"},"uplink_message":{"received_at":"2026-07-01T10:15:00Z"}} | ignored
            the-things-stack | v3/a@t/devices/d/up | {"end_device_ids":{"device_id":"bay-8"},"uplink_message":{"f_port":2,"frm_payload":"AA=="}} | unknown_device
            the-things-stack | v3/a@t/devices/d/up | {"end_device_ids":{"device_id":"bay-7"},"uplink_message":{"decoded_payload":{"distance":"300 mm"}}} | malformed
            the-things-stack | v3/a@t/devices/d/up | {"end_device_ids":{"device_id":"bay-7"},"received_at":"2026-07-01T10:15:00Z","uplink_message":{"decoded_payload":{"distance":"300 mm","Bat":"x"}}} | distance=300.0 !Bat: 'x' is not a number
            the-things-stack | v3/a@t/devices/d/up | {} | malformed
            chirpstack | application/1/device/bay-7/event/join | {"deviceInfo":{"devEui":"bay-7"}} | ignored
            chirpstack | application/1/device/bay-7/event/log | {} | ignored
            chirpstack | application/1/device/bay-7/event/status | {"time":"2026-07-01T10:15:00+00:00","deviceInfo":{"devEui":"BAY-7"},"margin":6,"batteryLevel":96.5} | battery_level=96.5
            chirpstack | application/1/device/bay-7/event/status | {"time":"2026-07-01T10:15:00+00:00","deviceInfo":{"devEui":"bay-7"},"externalPowerSource":true,"batteryLevel":0} | ignored
            chirpstack | application/1/device/bay-7/event/up | {"time":"2026-07-01T10:15:00+00:00","deviceInfo":{"devEui":"bay-7"},"fPort":2,"data":"qg=="} | not_decoded
            chirpstack | application/1/device/bay-7/event/up | {"deviceInfo":{"devEui":"bay 7"},"fPort":2,"data":"qg=="} | malformed
            thingpark | any | {"DevEUI_downlink_Sent":{}} | ignored
            thingpark | any | {"uplink":{}} | malformed
            mapped:nowhere | any | {} | no_profile
            mapped:tasmota/sensor | tele/bay-7/STATE | {} | ignored
            """)
    void endAsWhatTheyAre(String format, String topic, String payload, String outcome) {
        Registered registered = new Registered(
                Map.of(new DeviceId("bay-7"), Optional.of(ShippedProfiles.named("dragino/ldds75"))),
                ShippedProfiles.byId());
        Decoded decoded = new MessageDecoder().decode(raw(topic, payload), WireFormat.of(format), registered);
        assertThat(Outcome.of(decoded)).isEqualTo(outcome);
    }

    private static JsonNode message(int index) {
        return SharedData.json("messages/network-servers.json").get(index).get("message");
    }

    private static Decoded decode(JsonNode message, String format, String topic, String device, String profile) {
        Registered registered = Registered.one(new DeviceId(device), ShippedProfiles.named(profile));
        return new MessageDecoder().decode(raw(topic, message.toString()), WireFormat.of(format), registered);
    }

    private static RawMessage raw(String topic, String payload) {
        return new RawMessage("foreign", topic, payload.getBytes(StandardCharsets.UTF_8), RECEIVED);
    }
}
