package de.hexapolis.blueprint;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Whether a GeoJSON geometry is a polygon, or several (RFC 7946, 3.1.6). Stateless. */
final class Polygon {
    private Polygon() {}

    /** Why it is none; empty if it is one. */
    static Optional<String> refusal(JsonNode geometry) {
        JsonNode coordinates = geometry.path("coordinates");
        return switch (geometry.path("type").asText()) {
            case "Polygon" -> polygon(coordinates);
            case "MultiPolygon" -> several(coordinates);
            default -> Optional.of("is neither a Polygon nor a MultiPolygon");
        };
    }

    private static Optional<String> several(JsonNode polygons) {
        for (JsonNode polygon : polygons) {
            Optional<String> refusal = polygon(polygon);
            if (refusal.isPresent()) {
                return refusal;
            }
        }
        return polygons.isEmpty() ? Optional.of("has no coordinates") : Optional.empty();
    }

    private static Optional<String> polygon(JsonNode rings) {
        for (JsonNode ring : rings) {
            if (ring.size() < 4 || !ring.get(0).equals(ring.get(ring.size() - 1))) {
                return Optional.of("has a ring with fewer than 4 points, or whose last point is not the first");
            }
            for (JsonNode point : ring) {
                if (!(Math.abs(point.path(0).asDouble(999)) <= 180
                        && Math.abs(point.path(1).asDouble(999)) <= 90)) {
                    return Optional.of("has a point that is not [longitude, latitude]: " + point);
                }
            }
        }
        return rings.isEmpty() ? Optional.of("has no coordinates") : Optional.empty();
    }
}
