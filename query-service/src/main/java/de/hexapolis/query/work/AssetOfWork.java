package de.hexapolis.query.work;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The asset that an alert is about, on the wire. Immutable. */
@Schema(name = "AssetOfAlert")
public record AssetOfWork(
        @Schema(examples = "17") long id,
        @Schema(examples = "AB-0017") String reference,
        @Schema(examples = "Universitätsplatz 2") String name,
        @Schema(examples = "bin") String kind,
        Optional<String> district,
        double longitude,
        double latitude) {}
