package de.hexapolis.query.cities;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A city on the wire. Immutable.
 *
 * @param assets how many assets the caller sees, by kind
 */
@Schema(name = "City")
public record City(
        @Schema(examples = "fulda") String id,
        @Schema(examples = "Fulda") String name,
        @Schema(description = "IANA time zone, in which its days begin", examples = "Europe/Berlin") String zone,
        @Schema(description = "Whether anybody may see what the city marks open") boolean open,
        @Schema(description = "Assets by kind", examples = "{\"bin\":180,\"tree\":140}") Map<String, Integer> assets,
        @Schema(description = "GeoJSON geometry", implementation = Object.class) Optional<JsonNode> area) {}
