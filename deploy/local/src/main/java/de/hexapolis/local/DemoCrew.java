package de.hexapolis.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * A crew that a pack names, or whoever works in a city of which the pack names none. Immutable.
 *
 * @param ids the crew's; none: all crews of the city
 */
record DemoCrew(String city, List<String> ids) {
    private static final Yaml YAML = new Yaml(new SafeConstructor(new LoaderOptions()));

    /** Of all packs of cities. */
    static List<DemoCrew> of(List<BlueprintPack> packs) {
        List<DemoCrew> crews = new ArrayList<>();
        for (BlueprintPack pack : packs) {
            if (read(pack.folder().resolve("blueprint.yaml")).get("city") instanceof Map<?, ?> city) {
                crews.addAll(of(pack, String.valueOf(city.get("id"))));
            }
        }
        return crews;
    }

    /** Of a file. */
    String name() {
        return ids.isEmpty() ? city : city + "-" + String.join("-", ids);
    }

    private static List<DemoCrew> of(BlueprintPack pack, String city) {
        Path file = pack.folder().resolve("crews.yaml");
        List<DemoCrew> crews = new ArrayList<>();
        if (Files.exists(file) && read(file).get("crews") instanceof List<?> items) {
            for (Object item : items) {
                if (item instanceof Map<?, ?> crew) {
                    crews.add(new DemoCrew(city, List.of(String.valueOf(crew.get("id")))));
                }
            }
        }
        return crews.isEmpty() ? List.of(new DemoCrew(city, List.of())) : crews;
    }

    private static Map<?, ?> read(Path file) {
        try {
            return YAML.load(Files.readString(file)) instanceof Map<?, ?> document ? document : Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
