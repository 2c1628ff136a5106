package de.hexapolis.profile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import de.hexapolis.telemetry.PositionFix;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * How a position is read: degrees, as numbers or as text. Zero north and zero east is what receivers send without a
 * fix, and is none here. Immutable, thread-safe.
 *
 * @param scale degrees of one unit sent, such as 1e-7
 */
record PositionRule(
        List<FieldPath> latitude, List<FieldPath> longitude, List<FieldPath> accuracy, double scale, Condition applies)
        implements Rule {

    @Override
    public List<FieldPath> paths() {
        return Stream.concat(latitude.stream(), longitude.stream()).toList();
    }

    @Override
    public void apply(Uplink uplink, Mapped mapped) {
        JsonNode body = uplink.body();
        JsonNode north = first(latitude, body);
        JsonNode east = first(longitude, body);
        if (north.isMissingNode() || east.isMissingNode() || !applies.holds(body, uplink.port())) {
            return;
        }
        OptionalDouble degreesNorth = NumberText.of(north);
        OptionalDouble degreesEast = NumberText.of(east);
        if (isOutside(degreesNorth, 90) || isOutside(degreesEast, 180)) {
            mapped.bad("%s, %s: %s, %s is not a position on earth"
                    .formatted(latitude.get(0), longitude.get(0), Excerpt.quoted(north), Excerpt.quoted(east)));
            return;
        }
        double lat = degreesNorth.getAsDouble() * scale;
        double lon = degreesEast.getAsDouble() * scale;
        if (lat == 0 && lon == 0) {
            mapped.noValue(latitude.get(0));
            return;
        }
        mapped.add(new PositionFix(uplink.device(), uplink.observedAt(), lon, lat, accuracy(body)));
    }

    private boolean isOutside(OptionalDouble degrees, double highest) {
        return degrees.isEmpty() || !(Math.abs(degrees.getAsDouble() * scale) <= highest);
    }

    private OptionalDouble accuracy(JsonNode body) {
        OptionalDouble metres = NumberText.of(first(accuracy, body));
        return metres.isPresent() && metres.getAsDouble() >= 0 ? metres : OptionalDouble.empty();
    }

    private static JsonNode first(List<FieldPath> paths, JsonNode body) {
        return paths.stream()
                .map(path -> path.first(body))
                .filter(node -> !node.isMissingNode())
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }
}
