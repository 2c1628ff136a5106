package de.hexapolis.query.assets;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Everything about one asset, on the wire. Immutable.
 *
 * @param installations for staff of the city only, else left out
 */
@Schema(name = "Asset")
record Asset(
        @Schema(examples = "17") long id,
        @Schema(examples = "fulda") String city,
        @Schema(description = "The city's own number", examples = "AB-0017") String reference,
        @Schema(examples = "bin") String kind,
        @Schema(examples = "Universitätsplatz 2") String name,
        double longitude,
        double latitude,
        Optional<String> district,
        List<String> tags,
        @Schema(implementation = Object.class) JsonNode properties,
        boolean open,
        boolean retired,
        Instant changedAt,
        @Schema(examples = "soon") String status,
        List<LatestReading> latest,
        Optional<List<AssetInstallation>> installations) {}
