package de.hexapolis.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.telemetry.DeviceId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the mapping language can say, on the ways in which real devices report. */
class DeviceProfileTest {
    private static final DeviceId DEVICE = new DeviceId("d");
    private static final Instant SENT = Instant.parse("2026-07-01T10:15:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {quantity: distance, path: distance, unit: cm}                  | {"distance":30}              | distance=300
            {quantity: distance, path: distance, unit: m}                   | {"distance":"0.29"}          | distance=290
            {quantity: distance, path: d}                                   | {"d":" 27.5 cm"}             | distance=275
            {quantity: distance, path: d}                                   | {"d":"12 parsecs"}           | !d: '12 parsecs' is no distance, which is in mm
            {quantity: distance, path: d}                                   | {"d":"far"}                  | !d: 'far' is not a number
            {quantity: distance, path: d}                                   | {"d":true}                   | !d: 'true' is not a number
            {quantity: distance, path: d}                                   | {"d":null}                   |
            {quantity: distance, path: d, no_value: [No Sensor, {from: 5000}]} | {"d":"no sensor"}         |
            {quantity: distance, path: d, no_value: [No Sensor, {from: 5000}]} | {"d":"5000 mm"}           |
            {quantity: distance, path: [a, b], no_value: [0]}               | {"a":0,"b":7}                | distance=7
            {quantity: distance, path: d, unless: valid == false}           | {"d":0,"valid":false}        |
            {quantity: distance, path: d, unless: valid == false}           | {"d":5,"valid":true}         | distance=5
            {quantity: distance, path: d, when: [$port == 2, kind]}         | {"d":5,"kind":"x"}           | distance=5
            {quantity: distance, path: d, when: $port > 2}                  | {"d":5}                      |
            {quantity: distance, path: "sensors[0]['odd.name']"}            | {"sensors":[{"odd.name":4}]} | distance=4
            {quantity: distance, path: "distance{n}_cm", unit: cm, channel: "{n}"} | {"distance1_cm":1,"distance2_cm":2,"x":3} | distance/1=10 distance/2=20
            {quantity: soil_moisture, path: vwc, unit: m3/m3}               | {"vwc":0.29}                 | soil_moisture=29
            {quantity: soil_moisture, path: m, no_value: [{to: -5}, {from: 60}]} | {"m":-88.72}            |
            {quantity: soil_moisture, path: "m_{n}.value", channel: "{n}", channels: {"0": 10cm}} | {"m_0":{"value":1},"m_7":{"value":2}} | soil_moisture/10cm=1 soil_moisture/7=2
            {quantity: soil_moisture, path: raw, scale: 0.02, offset: -10}  | {"raw":2000}                 | soil_moisture=30
            {quantity: soil_water_tension, path: p, unit: kPa, scale: -1}   | {"p":-11.7}                  | soil_water_tension=11.7
            {quantity: soil_water_tension, path: "w[*].centibar", unit: cbar, channel: "{depth}cm"} | {"w":[{"depth":30,"centibar":10},{"depth":60,"centibar":"x"}]} | soil_water_tension/30cm=10 !w[*].centibar: 'x' is not a number
            {quantity: soil_water_tension, path: f, curve: [[293, 200], [485, 100], [600, 75]]} | {"f":389} | soil_water_tension=150
            {quantity: soil_water_tension, path: f, curve: [[293, 200], [485, 100], [600, 75]]} | {"f":10} | soil_water_tension=200
            {quantity: soil_water_tension, path: f, temperature_correction: {path: t, reference: 24, per_degree: -0.019}} | {"f":100,"t":14} | soil_water_tension=119
            {quantity: soil_water_tension, path: f, temperature_correction: {path: t, reference: 24, per_degree: -0.019}} | {"f":100} | soil_water_tension=100
            {quantity: soil_conductivity, path: ec, unit: uS/cm}            | {"ec":28200}                 | soil_conductivity=28.2
            {quantity: soil_temperature, path: "m[?id == 4102 && type == 'r'].v"} | {"m":[{"id":4103,"v":1,"type":"r"},{"id":"4102","v":2,"type":"r"}]} | soil_temperature=2
            {quantity: soil_temperature, path: t, unit: °F}                 | {"t":68}                     | soil_temperature=20
            {quantity: soil_temperature, path: t, no_value: [-327.68]}      | {"t":-327.67999}             |
            {quantity: battery_voltage, path: v, unit: mV}                  | {"v":"3600"}                 | battery_voltage=3.6
            {quantity: battery_level, path: b, values: {low: 10, NO: 0}}    | {"b":"NO"}                   | battery_level=0
            {quantity: battery_level, path: b, values: {1: 50}}             | {"b":1.0}                    | battery_level=50
            {quantity: battery_level, path: b, values: {1.0: 50}}           | {"b":1.0}                    | battery_level=50
            {quantity: battery_level, path: b, values: {1.0: 50}}           | {"b":1}                      | battery_level=50
            {quantity: battery_level, path: b, values: {"1.0": 50}}         | {"b":"1.0"}                  | battery_level=50
            {quantity: battery_level, path: b, values: {1.0: 50, 1: 20}}    | {"b":1.0}                    | battery_level=20
            {quantity: battery_level, path: b, values: {1.0: 50, 1: 20}}    | {"b":"1.0"}                  | battery_level=50
            {quantity: soil_moisture, path: "w[*].v", channel: "{d}", channels: {1.0: top}} | {"w":[{"d":1.0,"v":2.0}]} | soil_moisture/top=2
            {quantity: soil_moisture, path: "w[?id == '4102.0'].v"}         | {"w":[{"id":4102.0,"v":1.0},{"id":"4102.0","v":2.0}]} | soil_moisture=1
            {quantity: soil_moisture, path: v, when: "id != '1.0'"}         | {"id":"1","v":1.0}           | soil_moisture=1
            {quantity: soil_moisture, path: "w[*].v", channel: "{depth}cm"} | {"w":[{"depth":30.0,"v":1.0},{"depth":7.5,"v":2.0}]} | soil_moisture/30cm=1 soil_moisture/7.5cm=2
            {quantity: soil_moisture, path: "w[?id == '4102'].v"}           | {"w":[{"id":4102.0,"v":1.0}]} | soil_moisture=1
            {quantity: soil_moisture, path: v, when: "id != '4102'"}        | {"id":4102.0,"v":1.0}        |
            {quantity: soil_water_tension, path: f, temperature_correction: {path: [t, u], reference: 24, per_degree: -0.019}} | {"f":100,"t":-327.68} | soil_water_tension=100
            {quantity: soil_water_tension, path: f, temperature_correction: {path: [t, u], reference: 24, per_degree: -0.019}} | {"f":100,"t":6553.5,"u":14} | soil_water_tension=119
            {quantity: soil_water_tension, path: f, temperature_correction: {path: [t, u], reference: 24, per_degree: -0.019}} | {"f":100,"t":"No Sensor","u":14.0} | soil_water_tension=119
            {quantity: soil_water_tension, path: f, temperature_correction: {path: [t, u], reference: 24, per_degree: -0.019}} | {"f":100,"t":"14 ℃"} | soil_water_tension=119
            {quantity: soil_water_tension, path: f, temperature_correction: {path: [t, u], reference: 24, per_degree: -0.019}} | {"f":100,"t":"57.2 °F"} | soil_water_tension=119
            {quantity: soil_water_tension, path: f, temperature_correction: {path: [t, u], reference: 24, per_degree: -0.019}} | {"f":100,"t":"14 V","u":"287.15 K"} | soil_water_tension=119
            {quantity: soil_water_tension, path: f, temperature_correction: {path: [t, u], reference: 24, per_degree: -0.019, no_value: [0]}} | {"f":100,"t":0,"u":14} | soil_water_tension=119
            {quantity: soil_water_tension, path: "p[*].f", channel: "{d}", temperature_correction: {path: t, reference: 24, per_degree: -0.019}} | {"t":24,"p":[{"d":1,"f":100,"t":14},{"d":2,"f":100,"t":34},{"d":3,"f":100}]} | soil_water_tension/1=119 soil_water_tension/2=81 soil_water_tension/3=100
            {quantity: battery_level, path: v, curve: [[3, 0], [4, 100]]}   | {"v":"3.6 V"}                | battery_level=60
            {quantity: soil_water_tension, path: f, curve: [[0, 200], [100, 0]]} | {"f":"50 Hz"}           | soil_water_tension=100
            {quantity: soil_water_tension, path: f, scale: 2}               | {"f":"50 Hz"}                | soil_water_tension=100
            {quantity: soil_water_tension, path: f, scale: 2}               | {"f":"50 hPa"}               | soil_water_tension=10
            {quantity: soil_water_tension, path: f, curve: [[0, 200], [100, 0]]} | {"f":"50 kΩ"}           | soil_water_tension=100
            {quantity: soil_water_tension, path: f, curve: [[0, 200], [100, 0]]} | {"f":"50 errors"}       | !f: '50 errors' is no soil_water_tension, which is in kPa
            {quantity: battery_level, path: v, curve: [[3, 0], [4, 100]]}   | {"v":"3600 mV"}              | battery_level=100
            {quantity: distance, path: d, scale: 10}                        | {"d":"20 ft"}                | !d: '20 ft' is no distance, which is in mm
            {quantity: distance, path: d, scale: 10}                        | {"d":"12 errors"}            | !d: '12 errors' is no distance, which is in mm
            {quantity: distance, path: d, offset: 1}                        | {"d":"2026-07-01"}           | !d: '2026-07-01' is no distance, which is in mm
            {quantity: distance, path: d, scale: 10}                        | {"d":"20 mA"}                | distance=200
            {quantity: soil_water_tension, path: f}                         | {"f":"50 Hz"}                | !f: '50 Hz' is no soil_water_tension, which is in kPa
            {quantity: distance, path: d, no_value: ["distance error*"]}    | {"d":"Distance error 0x12"}  |
            {quantity: distance, path: d, no_value: ["distance error*"]}    | {"d":"error"}                | !d: 'error' is not a number
            """)
    void readsValuesAsDevicesSendThem(String reading, String body, String expected) throws Exception {
        assertThat(map("readings: [" + reading + "]", body)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            [{kind: tilt, path: position, values: {tilt: true, normal: false}}] | {"position":"tilt"}   | tilt:true
            [{kind: tilt, path: position, values: {tilt: true}}]                | {"position":"normal"} |
            [{kind: tilt, path: position, values: {tilt: true}, otherwise: false}] | {"position":"?"}    | tilt:false
            [{kind: full, path: full}]                                          | {"full":false}        | full:false
            [{kind: full, path: full, values: {true: true}}]                    | {"full":false}        |
            [{kind: lid, path: lid}]                                            | {"lid":"open"}        | lid:"open"
            [{kind: lid, path: lid}]                                            | {"lid":{}}            | !lid: '{}' is not a boolean, a number or a short text
            [{kind: tilt, when: angle > 30, value: true}]                       | {"angle":"31 °"}      | tilt:true
            [{kind: tilt, when: angle > 30, value: true}]                       | {"angle":30}          |
            [{kind: tilt, when: angle > 30, value: true}]                       | {"angle":31}          | tilt:true
            [{kind: tilt, path: x, values: {trigger: true}}, {kind: tilt, path: z, values: {trigger: true}}] | {"x":"normal","z":"trigger"} | tilt:true
            [{kind: lid, path: lid, values: {1: true, 0: false}}]               | {"lid":1.0}           | lid:true
            [{kind: lid, path: lid, values: {1.0: true}}]                       | {"lid":1.0}           | lid:true
            [{kind: lid, path: lid, values: {1: true, 0: false}}]               | {"lid":-0.0}          | lid:false
            [{kind: lid, path: lid}]                                            | {"lid":1.0}           | lid:1
            [{kind: lid, path: lid}]                                            | {"lid":1.5}           | lid:1.5
            [{kind: lid, path: lid}]                                            | {"lid":9007199254740992.0} | lid:9007199254740992
            [{kind: lid, path: lid}]                                            | {"lid":1e300}         | lid:1.0E300
            """)
    void makesEventsOfWordsAndBooleans(String events, String body, String expected) throws Exception {
        assertThat(map("events: " + events, body)).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {latitude: lat, longitude: lon}                            | {"lat":"50.5","lon":9.5}              | @50.5,9.5
            {latitude: lat, longitude: lon, scale: 1e-7}               | {"lat":505000000,"lon":95000000}      | @50.5,9.5
            {latitude: lat, longitude: lon}                            | {"lat":0,"lon":0.0}                   |
            {latitude: lat, longitude: lon, unless: failed == true}    | {"lat":1,"lon":1,"failed":true}       |
            {latitude: [lat, gps.lat], longitude: [lon, gps.lon]}      | {"gps":{"lat":1,"lon":2}}             | @1.0,2.0
            {latitude: lat, longitude: lon}                            | {"lat":1}                             |
            {latitude: lat, longitude: lon}                            | {"lat":91,"lon":1}                    | !lat, lon: '91', '1' is not a position on earth
            """)
    void takesAPositionOnlyForAFix(String position, String body, String expected) throws Exception {
        assertThat(map("position: " + position, body)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void joinsConditions() throws Exception {
        String rules = "readings: [{quantity: distance, path: d, when: 'a == 1 && b || c >= 2'}]";
        assertThat(map(rules, "{\"d\":5,\"c\":\"2.5\"}")).isEqualTo("distance=5");
        assertThat(map(rules, "{\"d\":5,\"a\":1,\"b\":false}")).isEqualTo("distance=5");
        assertThat(map(rules, "{\"d\":5,\"a\":1,\"c\":1}")).isEmpty();
    }

    @Test
    void takesTheFirstOfSeveralRulesThatHasAValue() throws Exception {
        String wilsen =
                """
                readings:
                  - {quantity: distance, path: proxx_mm}
                  - {quantity: distance, path: proxx, unit: cm}
                """;
        assertThat(map(wilsen, "{\"proxx\":12}")).isEqualTo("distance=120");
        assertThat(map(wilsen, "{\"proxx\":12,\"proxx_mm\":118}")).isEqualTo("distance=118");
    }

    @Test
    void ignoresMessagesByPortOrCondition() throws Exception {
        String rules = "ignore: [{port: 7}, {when: 'valid == false', why: measurement error}]";
        DeviceProfile profile = profile(rules + "\nreadings: [{quantity: distance, path: d}]");
        assertThat(profile.ignoresPort(7)).isTrue();
        assertThat(profile.ignoresPort(2)).isFalse();
        Mapped mapped = profile.map(new Uplink(DEVICE, json("{\"d\":1,\"valid\":false}"), 2, SENT));
        assertThat(mapped.measurements()).isEmpty();
        assertThat(mapped.whyNothing()).isEqualTo("measurement error");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            readings: [{quantity: distance, path: Distance}]                     | {"distance":7,"bat":3}   | x 1: distance, bat; Distance
            readings: [{quantity: distance, path: Distance}]                     | [{"distance":7}]         | x 1: none; Distance
            readings: [{quantity: distance, path: Distance, when: $port == 2}]   | {"distance":7}           | x 1: distance; Distance
            readings: [{quantity: distance, path: Distance, when: $port == 3}]   | {"distance":7}           |
            readings: [{quantity: distance, path: d, unless: valid == false}]    | {"d":0,"valid":false}    |
            readings: [{quantity: distance, path: d, no_value: [0]}]             | {"d":0}                  |
            readings: [{quantity: distance, path: d}]                            | {"d":null}               |
            readings: [{quantity: distance, path: d}]                            | {"d":"x"}                |
            readings: [{quantity: distance, path: d}]                            | {}                       |
            ignore: [{when: status}]\\nreadings: [{quantity: distance, path: d}] | {"status":1}           |
            events: [{kind: fire, path: fire, values: {true: true}}]             | {"fire":false}           |
            events: [{kind: full, when: level > 3, value: true}]                 | {"level":1}              |
            events: [{kind: fire, path: Fire}]                                   | {"fire":false}           | x 1: fire; Fire
            position: {latitude: lat, longitude: lon}                            | {"lat":0,"lon":0}        |
            position: {latitude: lat, longitude: lon}                            | {"latitude":1}           | x 1: latitude; lat, lon
            """)
    void saysWhatItReadsNothingOfThoughNotOnPurpose(String rules, String body, String expected) throws Exception {
        assertThat(profile(rules.replace("\\n", "\n"))
                        .map(new Uplink(DEVICE, json(body), 2, SENT))
                        .unread()
                        .map(unread -> "%s: %s; %s".formatted(unread.profile(), unread.fields(), unread.paths())))
                .isEqualTo(Optional.ofNullable(expected));
    }

    @Test
    void namesTheFirstOfManyFieldsItReadsNothingOf() throws Exception {
        ObjectNode body = new ObjectMapper().createObjectNode();
        for (int i = 0; i < 5_000; i++) {
            body.put("field" + i + "\n".repeat(100), 1);
        }
        assertThat(profile("readings: [{quantity: distance, path: d}]")
                        .map(new Uplink(DEVICE, body, 2, SENT))
                        .unread())
                .hasValueSatisfying(unread -> assertThat(unread.fields())
                        .hasSizeLessThan(1_500)
                        .startsWith("field0\uFFFD")
                        .endsWith(", …"));
    }

    @ParameterizedTest
    @CsvSource({
        "epoch_ms, 1782900890123, 2026-07-01T10:14:50.123Z",
        "epoch_s, 1782900890, 2026-07-01T10:14:50Z",
        "epoch_s, 12, 2026-07-01T10:15:00Z",
        "epoch_s, 1782901200, 2026-07-01T10:20:00Z",
        "epoch_s, 1782901201, 2026-07-01T10:15:00Z",
        "epoch_s, 1782999999, 2026-07-01T10:15:00Z",
        "epoch_ms, 1e300, 2026-07-01T10:15:00Z",
        "rfc3339, '\"2026-07-01T12:14:50+02:00\"', 2026-07-01T10:14:50Z",
        "rfc3339, '\"yesterday\"', 2026-07-01T10:15:00Z",
    })
    void believesTheDevicesClockOnlyIfItCanBe(String format, String time, Instant observedAt) throws Exception {
        DeviceProfile profile = profile("time: {path: ts, format: %s}".formatted(format));
        assertThat(profile.observedAt(json("{\"ts\":" + time + "}"), Optional.of(SENT)))
                .contains(observedAt);
    }

    private static String map(String rules, String body) throws ProfileException, JsonProcessingException {
        Mapped mapped = profile(rules).map(new Uplink(DEVICE, json(body), 2, SENT));
        return Stream.of(
                        mapped.measurements().stream()
                                .map(m -> m.quantity()
                                        + (m.channel().value().isEmpty() ? "=" : "/" + m.channel() + "=")
                                        + String.format(Locale.ROOT, "%.6f", m.value())
                                                .replaceAll("\\.?0+$", "")),
                        mapped.events().stream().map(e -> e.kind() + ":" + e.value()),
                        mapped.positions().stream().map(p -> "@" + p.latitude() + "," + p.longitude()),
                        mapped.badParts().stream().map(bad -> "!" + bad))
                .flatMap(parts -> parts)
                .collect(Collectors.joining(" "));
    }

    private static DeviceProfile profile(String rules) throws ProfileException {
        return DeviceProfile.parse("profile: x\nversion: 1\n" + rules, "x.yaml");
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return new ObjectMapper().readTree(text);
    }
}
