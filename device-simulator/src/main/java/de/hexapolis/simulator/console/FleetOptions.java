package de.hexapolis.simulator.console;

import de.hexapolis.simulator.fleet.BlueprintFleet;
import de.hexapolis.simulator.fleet.GeneratedFleet;
import de.hexapolis.simulator.fleet.NumberedDevice;
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
    private static final int USUAL_NUMBER = 100;

    @Option(
            names = "--blueprints",
            paramLabel = "DIR",
            description = "a blueprint pack, or a folder of packs: simulate the devices that they register")
    private Optional<Path> blueprints = Optional.empty();

    @Option(
            names = "--devices",
            paramLabel = "N",
            description =
                    "generate N devices instead (default: 100); the platform does not know them until they are registered")
    private Optional<Integer> devices = Optional.empty();

    @Option(
            names = "--city",
            paramLabel = "ID",
            split = ",",
            description =
                    "only these cities (with --blueprints), or the one city of the generated devices (default: fulda)")
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

    /** @throws BadInput if there is none, or one option says what another leaves no room for */
    public List<SimulatedDevice> fleet() {
        return blueprints.map(this::registered).orElseGet(this::generated);
    }

    private List<SimulatedDevice> registered(Path folder) {
        BadInput.unless(
                devices.isEmpty(),
                "--devices %d beside --blueprints %s: give one of them; the packs say which devices there are"
                        .formatted(devices.orElse(0), folder));
        List<SimulatedDevice> fleet = BlueprintFleet.read(
                folder, cities.stream().map(FleetOptions::city).collect(Collectors.toUnmodifiableSet()));
        BadInput.unless(!fleet.isEmpty(), "--blueprints %s: no devices of --city %s".formatted(folder, cities));
        return fleet;
    }

    private List<SimulatedDevice> generated() {
        int number = devices.orElse(USUAL_NUMBER);
        BadInput.unless(number >= 1, "--devices %d: at least 1".formatted(number));
        BadInput.unless(
                cities.size() <= 1,
                "--city %s: generated devices are of one city; several need --blueprints"
                        .formatted(String.join(",", cities)));
        String city = cities.stream().findFirst().orElse(USUAL_CITY);
        BadInput.unless(
                city.length() <= NumberedDevice.LONGEST_CITY,
                "--city %s: at most %d letters for generated devices".formatted(city, NumberedDevice.LONGEST_CITY));
        return GeneratedFleet.of(city(city), number, seed);
    }

    private static CityId city(String text) {
        try {
            return new CityId(text);
        } catch (IllegalArgumentException notACity) {
            throw new BadInput("--city: " + notACity.getMessage(), notACity);
        }
    }
}
