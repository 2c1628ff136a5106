package de.hexapolis.simulator.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import de.hexapolis.simulator.SharedData;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GatewayTest {
    private final List<SimulatedDevice> fleet =
            BlueprintFleet.read(SharedData.root().resolve("deploy/blueprints"), Set.of());

    @Test
    void areFiveInEachCityAndEachHearsMoreThanAFew() {
        Map<String, Map<Gateway, Long>> heard = fleet.stream()
                .collect(Collectors.groupingBy(
                        device -> device.city().value(), Collectors.groupingBy(Gateway::of, Collectors.counting())));
        assertThat(heard).hasSize(6).allSatisfy((city, gateways) -> {
            assertThat(gateways).as(city).hasSize(5);
            assertThat(gateways.values()).as(city).allMatch(devices -> devices >= 10);
        });
    }

    @Test
    void haveAnEuiThatNoOtherHas() {
        Map<String, Set<Gateway>> byEui =
                fleet.stream().map(Gateway::of).collect(Collectors.groupingBy(Gateway::eui, Collectors.toSet()));
        assertThat(byEui).hasSize(30).allSatisfy((eui, gateways) -> {
            assertThat(eui).matches("[0-9a-f]{16}");
            assertThat(gateways).hasSize(1);
        });
    }

    @Test
    void hearNeighboursTogether() {
        SimulatedDevice one = fleet.get(0);
        List<SimulatedDevice> beside = fleet.stream()
                .filter(other -> Math.abs(other.site().latitude() - one.site().latitude()) < 1e-4
                        && Math.abs(other.site().longitude() - one.site().longitude()) < 1e-4)
                .toList();
        assertThat(beside).allSatisfy(other -> assertThat(Gateway.of(other)).isEqualTo(Gateway.of(one)));
    }
}
