package de.hexapolis.query.cities;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A district of a city on the wire. Immutable. */
@Schema(name = "District")
public record District(
        @Schema(examples = "nordend") String id,
        @Schema(examples = "Nordend") String name,
        @Schema(description = "GeoJSON geometry", implementation = Object.class) Optional<JsonNode> polygon) {}
