package de.hexapolis.blueprint;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.hexapolis.profile.NulCharacter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the features of a GeoJSON FeatureCollection, each with its line. Stateless. */
final class GeoFeatures {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @param properties an object, maybe an empty one */
    record Feature(int line, JsonNode properties, JsonNode geometry) {}

    private GeoFeatures() {}

    static List<Feature> read(String file, String text, Problems problems) {
        List<Feature> features = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(text)) {
            if (!findFeatures(parser)) {
                problems.add(file, "is no GeoJSON FeatureCollection: an object with an array 'features'");
                return List.of();
            }
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                int line = parser.currentTokenLocation().getLineNr();
                JsonNode feature = parser.readValueAsTree();
                whole(file, line, feature, problems).ifPresent(features::add);
            }
        } catch (JsonProcessingException malformed) {
            int line = malformed.getLocation() == null
                    ? 0
                    : malformed.getLocation().getLineNr();
            problems.add(file, line, "(document)", "", malformed.getOriginalMessage());
        } catch (IOException defect) {
            throw new UncheckedIOException(defect);
        }
        return features;
    }

    private static Optional<Feature> whole(String file, int line, JsonNode feature, Problems problems) {
        JsonNode properties = feature.path("properties");
        JsonNode geometry = feature.path("geometry");
        Optional<String> nul = NulCharacter.place(feature);
        if (nul.isPresent()) {
            problems.add(file, line, nul.get(), "", NulCharacter.REASON);
        } else if (!properties.isObject() || !geometry.isObject()) {
            problems.add(file, line, "features", "", "a feature needs an object 'properties' and an object 'geometry'");
        } else {
            return Optional.of(new Feature(line, properties, geometry));
        }
        return Optional.empty();
    }

    private static boolean findFeatures(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            return false;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("features") && value == JsonToken.START_ARRAY) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }
}
