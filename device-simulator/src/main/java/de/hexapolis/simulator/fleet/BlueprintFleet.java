package de.hexapolis.simulator.fleet;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import de.hexapolis.simulator.console.BadInput;
import de.hexapolis.telemetry.CityId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The devices of all blueprint packs below a folder, or of one pack. */
public final class BlueprintFleet {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    private static final String PACK_FILE = "blueprint.yaml";

    private BlueprintFleet() {}

    /**
     * @param cities only these; empty means all
     * @throws BadInput naming file, line, field and value
     */
    public static List<SimulatedDevice> read(Path folder, Set<CityId> cities) {
        return packs(folder).stream()
                .flatMap(pack -> devices(pack, cities).stream())
                .toList();
    }

    private static List<Path> packs(Path folder) {
        if (Files.isRegularFile(folder.resolve(PACK_FILE))) {
            return List.of(folder);
        }
        try (Stream<Path> below = Files.list(folder)) {
            List<Path> packs = below.filter(pack -> Files.isRegularFile(pack.resolve(PACK_FILE)))
                    .sorted()
                    .toList();
            if (packs.isEmpty()) {
                throw new BadInput("%s: no %s in it or in a folder of it".formatted(folder, PACK_FILE));
            }
            return packs;
        } catch (IOException unreadable) {
            throw new BadInput("%s: cannot be read: %s".formatted(folder, unreadable), unreadable);
        }
    }

    private static List<SimulatedDevice> devices(Path pack, Set<CityId> cities) {
        JsonNode city = pack(pack.resolve(PACK_FILE)).path("city");
        Path devices = pack.resolve("devices.csv");
        if (city.isMissingNode() || !Files.isRegularFile(devices)) {
            return List.of();
        }
        CityId id = id(pack, city);
        if (!cities.isEmpty() && !cities.contains(id)) {
            return List.of();
        }
        Map<String, Site> sites = SiteFile.read(pack, id, zone(pack, city));
        return Table.read(devices).map(row -> DeviceRow.parse(row, sites));
    }

    private static JsonNode pack(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (JacksonException notYaml) {
            throw new BadInput("%s: %s".formatted(file, notYaml.getOriginalMessage()), notYaml);
        } catch (IOException unreadable) {
            throw new BadInput("%s: cannot be read: %s".formatted(file, unreadable), unreadable);
        }
    }

    private static CityId id(Path pack, JsonNode city) {
        try {
            return new CityId(city.path("id").asText());
        } catch (IllegalArgumentException notACity) {
            throw new BadInput(
                    "%s: city.id: %s; small letters, digits and hyphens, such as fulda"
                            .formatted(pack.resolve(PACK_FILE), notACity.getMessage()),
                    notACity);
        }
    }

    private static ZoneId zone(Path pack, JsonNode city) {
        String zone = city.path("zone").asText("Europe/Berlin");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            throw new BadInput("%s: city.zone: no such zone: '%s'".formatted(pack.resolve(PACK_FILE), zone), unknown);
        }
    }
}
