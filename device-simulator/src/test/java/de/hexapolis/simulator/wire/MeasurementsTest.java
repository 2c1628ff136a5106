package de.hexapolis.simulator.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import de.hexapolis.simulator.SharedData;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.fleet.SimulatedDevice.Speech;
import de.hexapolis.simulator.physics.BinState;
import de.hexapolis.simulator.physics.Devices;
import de.hexapolis.simulator.physics.SoilState;
import de.hexapolis.simulator.physics.State;
import de.hexapolis.simulator.physics.World;
import de.hexapolis.telemetry.Channel;
import de.hexapolis.telemetry.Measurement;
import de.hexapolis.telemetry.Quantity;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a history says of a device is what its profile makes of its messages. */
class MeasurementsTest {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final Instant AT = Instant.parse("2026-07-01T10:15:00Z");

    @ParameterizedTest
    @CsvSource({
        "noah/trashbin-sensor, noah-trashbin-sensor, bin",
        "dingtek/df702, dingtek-df702, bin",
        "teneo-iot/filling-degree-sensor, teneo-iot-filling-degree-sensor, bin",
        "netvox/r718x, netvox-r718x, bin",
        "dragino/ldds75, dragino-ldds75, bin",
        "milesight-iot/em400-mud, milesight-iot-em400-mud, bin",
        "decentlab/dl-smtp, decentlab-dl-smtp, tree",
        "decentlab/dl-trs21, decentlab-dl-trs21, tree",
        "dragino/lse01, dragino-lse01, tree",
        "sensecap/sensecaps2104-soil-moisture-temp, sensecap-sensecaps2104-soil-moisture-temp, tree",
        "tektelic/t00059xx-kiwi, tektelic-t00059xx-kiwi, tree",
        "milesight-iot/em500-smtc, milesight-iot-em500-smtc, tree",
        "dragino/lgt92, dragino-lgt92, roadworks",
        "digital-matter/oyster, digital-matter-oyster, roadworks"
    })
    void areOfTheQuantitiesThatTheProfileNames(String profile, String file, String kind) throws IOException {
        JsonNode read = YAML.readTree(SharedData.root()
                .resolve("deploy/blueprints/base/profiles/%s.yaml".formatted(file))
                .toFile());
        assertThat(read.path("profile").asText()).isEqualTo(profile);
        Set<String> named = new TreeSet<>();
        read.path("readings")
                .forEach(reading -> named.add(reading.path("quantity").asText()));
        assertThat(all(profile, kind)).isNotEmpty().allSatisfy(one -> assertThat(named)
                .contains(one.quantity().wireName()));
    }

    @ParameterizedTest
    @CsvSource({
        "milesight-iot/em400-mud, bin, battery_level device_temperature distance",
        "dragino/ldds75, bin, distance",
        "dingtek/df702, bin, device_temperature distance tilt",
        "milesight-iot/em500-smtc, tree, battery_level soil_moisture soil_temperature",
        "dragino/lse01, tree, air_temperature battery_voltage soil_conductivity soil_moisture soil_temperature",
        "dragino/lgt92, roadworks, battery_voltage tilt/pitch tilt/roll",
        "digital-matter/oyster, roadworks, battery_voltage speed"
    })
    void areTheSeriesThatTheMessagesMake(String profile, String kind, String series) {
        TreeSet<String> made = new TreeSet<>();
        all(profile, kind)
                .forEach(one -> made.add(
                        one.channel().equals(Channel.ONLY)
                                ? one.quantity().wireName()
                                : one.quantity().wireName() + "/" + one.channel()));
        assertThat(made).containsExactly(series.split(" ", -1));
    }

    @Test
    void areInTheQuantitysUnitWhateverTheMakerSays() {
        BinState bin = (BinState) state(device("noah/trashbin-sensor", "bin"));
        assertThat(value("noah/trashbin-sensor", bin, Quantity.FILL_LEVEL)).isEqualTo(bin.fillPercent());
        assertThat(value("noah/trashbin-sensor", bin, Quantity.BATTERY_VOLTAGE))
                .isCloseTo(bin.battery().volts(), within(0.001));
        assertThat(value("dingtek/df702", bin, Quantity.DISTANCE)).isEqualTo(bin.distanceMm());
        assertThat(value("teneo-iot/filling-degree-sensor", bin, Quantity.DISTANCE))
                .isEqualTo(bin.distanceMm());
        SoilState soil = (SoilState) state(device("decentlab/dl-trs21", "tree"));
        double kpa = soil.layers().get(1).tensionKpa();
        double celsius = soil.layers().get(1).celsius();
        assertThat(value("decentlab/dl-trs21", soil, Quantity.SOIL_WATER_TENSION))
                .isEqualTo(kpa);
        assertThat(value("tektelic/t00059xx-kiwi", soil, Quantity.SOIL_WATER_TENSION))
                .isCloseTo(kpa * (1 - 0.019 * (celsius - 24)), within(1.0));
    }

    private static double value(String profile, State state, Quantity quantity) {
        return Speaker.of(device(profile, "any")).measurements(state).stream()
                .filter(one -> one.quantity() == quantity)
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static List<Measurement> all(String profile, String kind) {
        SimulatedDevice device = device(profile, kind);
        return IntStream.range(0, 100)
                .mapToObj(hour -> World.seeded(1).sensing(device).at(AT.plus(Duration.ofHours(hour))))
                .flatMap(Optional::stream)
                .flatMap(state -> Speaker.of(device).measurements(state).stream())
                .toList();
    }

    private static State state(SimulatedDevice device) {
        return World.seeded(1).sensing(device).at(AT).orElseThrow();
    }

    private static SimulatedDevice device(String profile, String kind) {
        return Devices.of(kind, 1, profile, Speech.CHIRPSTACK);
    }
}
