package de.hexapolis.simulator.console;

import de.hexapolis.simulator.fleet.BlueprintFleet;
import de.hexapolis.simulator.fleet.GeneratedFleet;
import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.telemetry.CityId;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which devices. */
public final class FleetOptions {
    private static final String USUAL_CITY = "fulda";

    @Option(
            names = "--blueprints",
            paramLabel = "DIR",
            description = "a blueprint pack, or a folder of packs: simulate the devices that they register")
    private Optional<Path> blueprints = Optional.empty();

    @Option(
            names = "--devices",
            paramLabel = "N",
            description = "generate N devices instead; the platform does not know them until they are registered")
    private int devices = 100;

    @Option(
            names = "--city",
            paramLabel = "ID",
            split = ",",
            description =
                    "only these cities (with --blueprints), or the city of the generated devices (default: fulda)")
    private Set<String> cities = new LinkedHashSet<>();

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "the same seed gives the same devices, weather and readings (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    public long seed() {
        return seed;
    }

    /** @throws BadInput if there is none */
    public List<SimulatedDevice> fleet() {
        List<SimulatedDevice> fleet = blueprints
                .map(folder -> BlueprintFleet.read(
                        folder, cities.stream().map(FleetOptions::city).collect(Collectors.toUnmodifiableSet())))
                .orElseGet(
                        () -> GeneratedFleet.of(city(cities.stream().findFirst().orElse(USUAL_CITY)), devices, seed));
        if (fleet.isEmpty()) {
            throw new BadInput(
                    "no devices: --blueprints %s, --city %s".formatted(blueprints.orElse(Path.of("")), cities));
        }
        return fleet;
    }

    private static CityId city(String text) {
        try {
            return new CityId(text);
        } catch (IllegalArgumentException notACity) {
            throw new BadInput("--city: " + notACity.getMessage(), notACity);
        }
    }
}
