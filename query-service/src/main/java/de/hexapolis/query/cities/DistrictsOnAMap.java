package de.hexapolis.query.cities;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The shape of a city's districts as GeoJSON (RFC 7946), for the API's description. */
@Schema(name = "DistrictsOnAMap")
record DistrictsOnAMap(@Schema(enumeration = {"FeatureCollection"}) String type, List<Feature> features) {
    /** One district. */
    @Schema(name = "DistrictFeature")
    record Feature(
            @Schema(enumeration = {"Feature"}) String type,
            @Schema(examples = "nordend") String id,
            @Schema(description = "A polygon, or null", implementation = Object.class) Object geometry,
            Properties properties) {}

    /** What it is called. */
    @Schema(name = "DistrictProperties")
    record Properties(@Schema(examples = "nordend") String id, @Schema(examples = "Nordend") String name) {}
}
