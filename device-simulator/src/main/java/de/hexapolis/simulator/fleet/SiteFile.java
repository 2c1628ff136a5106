package de.hexapolis.simulator.fleet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.hexapolis.simulator.console.BadInput;
import de.hexapolis.telemetry.CityId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The assets of a pack: assets.csv and, if there, assets.geojson. */
final class SiteFile {
    private static final ObjectMapper JSON = new ObjectMapper();

    private SiteFile() {}

    static Map<String, Site> read(Path pack, CityId city, ZoneId zone) {
        Map<String, Site> sites = new HashMap<>();
        Path table = pack.resolve("assets.csv");
        if (Files.isRegularFile(table)) {
            Table.read(table)
                    .map(row -> new Site(
                            city,
                            zone,
                            row.required("reference"),
                            row.required("kind"),
                            row.number("longitude"),
                            row.number("latitude"),
                            year(row.text("property.planting_year"))))
                    .forEach(site -> sites.put(site.reference(), site));
        }
        Path features = pack.resolve("assets.geojson");
        if (Files.isRegularFile(features)) {
            for (JsonNode feature : collection(features)) {
                Site site = site(features, feature, city, zone);
                sites.put(site.reference(), site);
            }
        }
        return sites;
    }

    private static Site site(Path file, JsonNode feature, CityId city, ZoneId zone) {
        JsonNode properties = feature.path("properties");
        JsonNode point = feature.path("geometry").path("coordinates");
        String reference = properties.path("reference").asText();
        try {
            return new Site(
                    city,
                    zone,
                    reference,
                    properties.path("kind").asText(),
                    point.path(0).asDouble(),
                    point.path(1).asDouble(),
                    year(properties.path("planting_year").asText()));
        } catch (IllegalArgumentException notASite) {
            throw new BadInput("%s: asset '%s': %s".formatted(file, reference, notASite.getMessage()), notASite);
        }
    }

    /** The packs' own reader refuses what is no year; here it is not known then. */
    private static OptionalInt year(String text) {
        return text.matches("\\d{4}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }

    private static JsonNode collection(Path file) {
        try {
            return JSON.readTree(file.toFile()).path("features");
        } catch (IOException unreadable) {
            throw new BadInput("%s: cannot be read: %s".formatted(file, unreadable.getMessage()), unreadable);
        }
    }
}
