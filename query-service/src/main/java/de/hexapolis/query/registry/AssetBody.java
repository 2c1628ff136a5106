package de.hexapolis.query.registry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of an asset to register, for the API's description: ingest-service judges it. */
@Schema(name = "AssetBody")
record AssetBody(
        @Schema(examples = "fulda") String city,
        @Schema(description = "The city's own number, unique within the city", examples = "AB-0017") String reference,
        @Schema(examples = "bin") String kind,
        @Schema(examples = "Universitätsplatz 2") String name,
        @Schema(examples = "9.6777") double longitude,
        @Schema(examples = "50.5528") double latitude,
        @Schema(examples = "nordend") Optional<String> district,
        Optional<List<String>> tags,
        Optional<Map<String, Object>> properties,
        @Schema(description = "Whether anybody may see it", defaultValue = "true") Optional<Boolean> open,
        @Schema(description = "Taken away: no longer listed, its history stays") Optional<Boolean> retired) {}
