package de.hexapolis.blueprint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.hexapolis.registry.AssetRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Reads assets.csv or assets.geojson, which hold the same fields. Stateless. */
final class AssetReader {
    static final String CSV = "assets.csv";
    static final String GEOJSON = "assets.geojson";

    private static final List<String> REQUIRED = List.of("reference", "kind", "name", "longitude", "latitude");
    private static final Set<String> OPTIONAL = Set.of("district", "tags", "open");
    private static final String PROPERTY = "property.";
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d{1,9})?");

    private AssetReader() {}

    static List<Located<AssetRow>> read(PackFiles files, String city, boolean demo, Problems problems) {
        if (files.has(CSV) && files.has(GEOJSON)) {
            problems.add(GEOJSON, "a pack has either assets.csv or assets.geojson");
        }
        Stream<Fields> rows = files.has(CSV)
                ? files.text(CSV, problems).stream()
                        .flatMap(text -> CsvTable.read(CSV, text, REQUIRED, AssetReader::isKnown, problems).stream())
                : Stream.empty();
        Stream<Fields> features = files.has(GEOJSON)
                ? files.text(GEOJSON, problems).stream()
                        .flatMap(text -> GeoFeatures.read(GEOJSON, text, problems).stream())
                        .map(feature -> fields(feature, problems))
                : Stream.empty();
        List<Located<AssetRow>> assets = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        Stream.concat(rows, features).forEach(fields -> {
            Located<AssetRow> asset = asset(fields, city, demo);
            Integer before = lines.putIfAbsent(asset.row().reference(), asset.line());
            if (before != null) {
                fields.refuse("reference", "this asset is in line %d already".formatted(before));
            }
            if (fields.isWhole()) {
                assets.add(asset);
            }
        });
        return assets;
    }

    private static boolean isKnown(String column) {
        return REQUIRED.contains(column)
                || OPTIONAL.contains(column)
                || (column.startsWith(PROPERTY) && column.length() > PROPERTY.length());
    }

    private static Located<AssetRow> asset(Fields fields, String city, boolean demo) {
        return fields.located(new AssetRow(
                city,
                fields.required("reference"),
                fields.required("kind"),
                fields.required("name"),
                fields.requiredNumber("longitude", -180, 180),
                fields.requiredNumber("latitude", -90, 90),
                fields.text("district"),
                fields.text("tags").stream()
                        .flatMap(tags -> Arrays.stream(tags.split(";", -1)))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .toList(),
                properties(fields, demo),
                fields.flag("open", true),
                false));
    }

    private static ObjectNode properties(Fields fields, boolean demo) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode();
        for (String column : new TreeMap<>(fields.texts()).keySet()) {
            if (column.startsWith(PROPERTY)) {
                fields.text(column).ifPresent(text -> properties.set(column.substring(PROPERTY.length()), typed(text)));
            }
        }
        if (demo) {
            properties.put("demo", true);
        }
        return properties;
    }

    private static JsonNode typed(String text) {
        if (text.equals("true") || text.equals("false")) {
            return JsonNodeFactory.instance.booleanNode(text.equals("true"));
        }
        return NUMBER.matcher(text).matches()
                ? JsonNodeFactory.instance.numberNode(new BigDecimal(text))
                : JsonNodeFactory.instance.textNode(text);
    }

    /** Longitude and latitude of the point; tags may be an array, and what is no field of an asset is a property. */
    private static Fields fields(GeoFeatures.Feature feature, Problems problems) {
        Map<String, String> texts = new HashMap<>();
        Set<String> nested = new TreeSet<>();
        feature.properties().properties().forEach(entry -> {
            String name = isKnown(entry.getKey()) ? entry.getKey() : PROPERTY + entry.getKey();
            texts.put(name, text(entry.getValue()));
            if (isNested(entry.getValue())) {
                nested.add(name);
            }
        });
        if (feature.geometry().path("type").asText().equals("Point")) {
            texts.put("longitude", text(feature.geometry().path("coordinates").path(0)));
            texts.put("latitude", text(feature.geometry().path("coordinates").path(1)));
        }
        Fields fields = new Fields(GEOJSON, feature.line(), texts, problems);
        nested.forEach(
                name -> fields.refuse(name, "is nested; a text, a number, true, false or a list of these would do"));
        return fields;
    }

    private static boolean isNested(JsonNode value) {
        return value.isObject()
                || (value.isArray()
                        && StreamSupport.stream(value.spliterator(), false).anyMatch(JsonNode::isContainerNode));
    }

    private static String text(JsonNode value) {
        if (isNested(value)) {
            return value.toString();
        }
        if (value.isArray()) {
            List<String> elements = new ArrayList<>();
            value.forEach(element -> elements.add(element.asText()));
            return String.join(";", elements);
        }
        return value.isNull() ? "" : value.asText();
    }
}
