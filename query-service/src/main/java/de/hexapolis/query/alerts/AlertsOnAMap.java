package de.hexapolis.query.alerts;

import de.hexapolis.query.work.Alert;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Alerts as GeoJSON (RFC 7946); those without an asset have no place and are left out. No person is named. Immutable. */
@Schema(name = "AlertsOnAMap")
record AlertsOnAMap(@Schema(enumeration = {"FeatureCollection"}) String type, List<Feature> features) {

    static AlertsOnAMap of(List<Alert> alerts) {
        return new AlertsOnAMap(
                "FeatureCollection",
                alerts.stream().map(Feature::of).flatMap(Optional::stream).toList());
    }

    /** One alert at the place of its asset. */
    @Schema(name = "AlertFeature")
    record Feature(
            @Schema(enumeration = {"Feature"}) String type,
            @Schema(examples = "12") long id,
            Place geometry,
            Properties properties) {

        static Optional<Feature> of(Alert alert) {
            return alert.asset()
                    .map(asset -> new Feature(
                            "Feature",
                            alert.id(),
                            new Place("Point", List.of(asset.longitude(), asset.latitude())),
                            new Properties(
                                    alert.city(),
                                    alert.rule(),
                                    alert.severity(),
                                    alert.state(),
                                    asset.id(),
                                    asset.name(),
                                    asset.kind(),
                                    alert.work(),
                                    alert.order(),
                                    alert.beganAt(),
                                    alert.dueAt())));
        }
    }

    /** Where it is. */
    @Schema(name = "AlertPoint")
    record Place(
            @Schema(enumeration = {"Point"}) String type,
            @Schema(description = "Longitude, latitude", examples = "[9.6777,50.5528]") List<Double> coordinates) {}

    /** What is said of it. */
    @Schema(name = "AlertProperties")
    record Properties(
            String city,
            String rule,
            String severity,
            String state,
            long asset,
            String name,
            String kind,
            Optional<String> work,
            Optional<Long> order,
            Instant beganAt,
            Optional<Instant> dueAt) {}
}
