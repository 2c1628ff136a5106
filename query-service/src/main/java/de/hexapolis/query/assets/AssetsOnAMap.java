package de.hexapolis.query.assets;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of a list of assets as GeoJSON (RFC 7946), for the API's description: {@link AssetListWriter} writes it. */
@Schema(name = "AssetsOnAMap")
record AssetsOnAMap(@Schema(enumeration = {"FeatureCollection"}) String type, List<Feature> features) {
    /** One asset; its id and its place stand here, the other fields in the properties. */
    @Schema(name = "AssetFeature")
    record Feature(
            @Schema(enumeration = {"Feature"}) String type,
            @Schema(examples = "17") long id,
            Point geometry,
            AssetsOnTheWire.Item properties) {}

    /** Where it is. */
    @Schema(name = "Point")
    record Point(
            @Schema(enumeration = {"Point"}) String type,
            @Schema(description = "Longitude, latitude", examples = "[9.6777,50.5528]") List<Double> coordinates) {}
}
