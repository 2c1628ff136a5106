package de.hexapolis.query.assets;

import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of a list of assets, for the API's description: {@link AssetListWriter} writes it row by row. */
@Schema(name = "Assets")
record AssetsOnTheWire(List<Item> assets) {
    /** One asset of a list. */
    @Schema(name = "AssetItem")
    record Item(
            @Schema(examples = "17") long id,
            @Schema(examples = "fulda") String city,
            @Schema(examples = "bin") String kind,
            @Schema(examples = "nordend") String district,
            @Schema(examples = "9.6777") double longitude,
            @Schema(examples = "50.5528") double latitude,
            @Schema(description = "The city's own number", examples = "AB-0017") String reference,
            @Schema(examples = "Universitätsplatz 2") String name,
            List<String> tags,
            Map<String, Object> properties,
            @Schema(description = "Whether anybody may see it") boolean open,
            @Schema(examples = "soon") String status,
            @Schema(description = "What was measured", examples = "fill_level") String quantity,
            @Schema(description = "Depth or probe, if there are several", examples = "30cm") String channel,
            @Schema(examples = "73.5") double value,
            @Schema(examples = "%") String unit,
            @Schema(enumeration = {"good", "suspect", "bad", "implausible"}) String quality,
            @Schema(examples = "2026-07-01T10:15:00Z") String observedAt,
            @Schema(examples = "420") long ageSeconds) {}
}
