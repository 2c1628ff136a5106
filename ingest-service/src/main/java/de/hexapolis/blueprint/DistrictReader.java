package de.hexapolis.blueprint;

import de.hexapolis.registry.DistrictRow;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads districts.geojson: features with id and name, and a polygon. Stateless. */
final class DistrictReader {
    static final String FILE = "districts.geojson";

    private DistrictReader() {}

    static List<Located<DistrictRow>> read(PackFiles files, String city, Problems problems) {
        if (!files.has(FILE)) {
            return List.of();
        }
        List<Located<DistrictRow>> districts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Optional<String> text = files.text(FILE, problems);
        for (GeoFeatures.Feature feature :
                text.map(json -> GeoFeatures.read(FILE, json, problems)).orElse(List.of())) {
            String id = feature.properties().path("id").asText();
            String name = feature.properties().path("name").asText();
            Optional<String> refusal = Polygon.refusal(feature.geometry());
            if (!id.matches("[a-z0-9][a-z0-9-]{0,62}")) {
                problems.add(FILE, feature.line(), "id", id, "is no id such as nordend");
            } else if (!ids.add(id)) {
                problems.add(FILE, feature.line(), "id", id, "this district is there twice");
            } else if (name.isBlank()) {
                problems.add(FILE, feature.line(), "name", name, "is missing");
            } else if (refusal.isPresent()) {
                problems.add(FILE, feature.line(), "geometry", "", refusal.get());
            } else {
                districts.add(new Located<>(FILE, feature.line(), new DistrictRow(city, id, name, feature.geometry())));
            }
        }
        return districts;
    }
}
