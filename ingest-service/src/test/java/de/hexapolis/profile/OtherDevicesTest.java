package de.hexapolis.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.hexapolis.telemetry.DeviceId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Devices that we do not ship: for each a few lines of YAML are enough. */
class OtherDevicesTest {
    @ParameterizedTest(name = "{0}")
    @MethodSource("devices")
    void needAProfileOnly(String device, String rules, String body, List<String> expected) throws Exception {
        DeviceProfile profile = DeviceProfile.parse("profile: %s\nversion: 1\n%s".formatted(device, rules), device);
        Mapped mapped = profile.map(new Uplink(
                new DeviceId("d"), new ObjectMapper().readTree(body), 2, Instant.parse("2026-07-01T10:15:00Z")));
        assertThat(Stream.of(
                                mapped.measurements().stream()
                                        .map(m -> m.quantity() + " " + m.channel() + " " + m.value()),
                                mapped.events().stream().map(e -> e.kind() + " " + e.value()),
                                mapped.positions().stream().map(p -> p.latitude() + " " + p.longitude()),
                                mapped.badParts().stream())
                        .flatMap(parts -> parts))
                .containsExactlyElementsOf(expected);
    }

    static Stream<Arguments> devices() {
        return Stream.of(
                Arguments.of(
                        "pepperl-fuchs/wilsen-sonic-level",
                        """
                        ignore: [{when: serial_nr, why: counters}]
                        readings:
                          - {quantity: distance, path: proxx_mm}
                          - {quantity: distance, path: proxx, unit: cm}
                          - {quantity: fill_level, path: fillinglvl}
                          - {quantity: battery_voltage, path: battery_vol}
                        position: {latitude: latitude, longitude: longitude}
                        """,
                        "{\"battery_vol\":3.8,\"fillinglvl\":100,\"latitude\":49.5,\"longitude\":8.4,\"proxx\":33}",
                        List.of("distance  330.0", "fill_level  100.0", "battery_voltage  3.8", "49.5 8.4")),
                Arguments.of(
                        "dragino/ldds04",
                        """
                        readings:
                          - {quantity: distance, path: "distance{n}_cm", unit: cm, channel: "{n}"}
                          - {quantity: battery_voltage, path: BatV}
                        """,
                        "{\"BatV\":3.402,\"EXTI_Trigger\":\"FALSE\",\"distance1_cm\":79,\"distance2_cm\":79.2}",
                        List.of("distance 1 790.0", "distance 2 792.0", "battery_voltage  3.402")),
                Arguments.of(
                        "milesight-iot/em320-tilt",
                        """
                        readings:
                          - {quantity: tilt, path: angle_x, channel: x}
                          - {quantity: tilt, path: angle_y, channel: y}
                          - {quantity: battery_level, path: battery}
                        events:
                          - {kind: tilt, path: threshold_x, values: {trigger: true}}
                          - {kind: tilt, path: threshold_y, values: {trigger: true}}
                          - {kind: tilt, path: threshold_z, values: {trigger: true}}
                        """,
                        """
                        {"battery":92,"angle_x":0,"angle_y":1,"threshold_x":"normal","threshold_y":"trigger",
                         "threshold_z":"trigger"}
                        """,
                        List.of("tilt x 0.0", "tilt y 1.0", "battery_level  92.0", "tilt true")),
                Arguments.of(
                        "netvox/r720g",
                        """
                        ignore: [{port: 7}, {when: SWver}]
                        readings:
                          - {quantity: tilt, path: AngleX, channel: x}
                          - {quantity: battery_voltage, path: Volt}
                        events: [{kind: tilt, when: AngleX > 30, value: true}]
                        position: {latitude: Latitude, longitude: Longitude, unless: "Latitude == '0xFFFFFFFF'"}
                        """,
                        "{\"Volt\":3.6,\"Latitude\":\"0xFFFFFFFF\",\"Longitude\":1,\"AngleX\":37}",
                        List.of("tilt x 37.0", "battery_voltage  3.6", "tilt true")),
                Arguments.of(
                        "cital/lorasoil",
                        """
                        readings:
                          - {quantity: soil_moisture, path: soil_moisture, no_value: [{to: -5}, {from: 60}]}
                          - {quantity: soil_temperature, path: soil_temperature}
                        position: {latitude: latitude, longitude: longitude}
                        """,
                        "{\"latitude\":0.0,\"longitude\":0.0,\"soil_temperature\":43.43,\"soil_moisture\":-88.72}",
                        List.of("soil_temperature  43.43")),
                Arguments.of(
                        "decentlab/dl-lid",
                        """
                        readings:
                          - quantity: distance
                            path: [distance_median.value, distance_average.value]
                            unit: mm
                            unless: number_of_valid_samples.value == 0
                          - {quantity: distance, path: "distance_{n}th_percentile.value", channel: "p{n}"}
                        """,
                        """
                        {"distance_average":{"value":1206,"unit":"mm"},"distance_10th_percentile":{"value":1198},
                         "number_of_valid_samples":{"value":"9"}}
                        """,
                        List.of("distance  1206.0", "distance p10 1198.0")));
    }
}
