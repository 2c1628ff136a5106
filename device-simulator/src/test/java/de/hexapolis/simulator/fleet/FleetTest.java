package de.hexapolis.simulator.fleet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.hexapolis.simulator.SharedData;
import de.hexapolis.simulator.console.BadInput;
import de.hexapolis.simulator.wire.Speaker;
import de.hexapolis.telemetry.CityId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FleetTest {
    private static final String HEADER =
            "device,profile,asset,installed_from,expected_interval," + "distance_empty_mm,distance_full_mm,format\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void holdsTheDevicesOfAllSixCitiesAndSpeaksForEach() {
        List<SimulatedDevice> fleet = BlueprintFleet.read(SharedData.root().resolve("deploy/blueprints"), Set.of());
        assertThat(fleet).hasSizeGreaterThan(2_000);
        assertThat(fleet.stream().map(device -> device.city().value()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder("offenbach", "marburg", "giessen", "limburg", "fulda", "wetzlar");
        assertThat(fleet).allSatisfy(device -> assertThat(Speaker.of(device)).isNotNull());
    }

    @Test
    void holdsOneCityOnly() {
        List<SimulatedDevice> fleet =
                BlueprintFleet.read(SharedData.root().resolve("deploy/blueprints"), Set.of(new CityId("fulda")));
        assertThat(fleet).isNotEmpty().allSatisfy(device -> assertThat(device.city())
                .isEqualTo(new CityId("fulda")));
    }

    @Test
    void saysWhichLineIsWrong() throws IOException {
        pack("d1,,nowhere,2026-01-01,PT1H,,,hexapolis\n");
        assertThatThrownBy(() -> BlueprintFleet.read(folder, Set.of()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("devices.csv:2: asset: no such asset: 'nowhere'");
    }

    @Test
    void takesDaysForInstantsAndAnHourForAMissingInterval() throws IOException {
        pack("D1,,B-1,2026-01-01,,900,100,\n");
        SimulatedDevice device = BlueprintFleet.read(folder, Set.of()).get(0);
        assertThat(device.id().value()).isEqualTo("d1");
        assertThat(device.installedFrom()).isEqualTo("2025-12-31T23:00:00Z");
        assertThat(device.interval()).hasHours(1);
        assertThat(device.mounting()).contains(new Mounting(900, 100));
        assertThat(device.speech()).isEqualTo(SimulatedDevice.Speech.HEXAPOLIS);
    }

    @Test
    void isTheSameForTheSameSeedHoweverManyThereAre() {
        CityId city = new CityId("fulda");
        assertThat(GeneratedFleet.of(city, 100, 3))
                .startsWith(GeneratedFleet.of(city, 10, 3).toArray(SimulatedDevice[]::new));
    }

    private void pack(String devices) throws IOException {
        Files.writeString(
                folder.resolve("blueprint.yaml"), "id: x\ncity: {id: fulda, name: Fulda, zone: Europe/Berlin}\n");
        Files.writeString(
                folder.resolve("assets.csv"), "reference,kind,name,longitude,latitude\nB-1,bin,Bin,9.6,50.5\n");
        Files.writeString(folder.resolve("devices.csv"), HEADER + devices);
    }
}
