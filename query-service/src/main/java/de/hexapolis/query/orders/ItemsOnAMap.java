package de.hexapolis.query.orders;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is left to do in orders as GeoJSON (RFC 7946), a point an asset. Names no person; what has no place is left out.
 * Immutable.
 */
@Schema(name = "OrdersOnAMap")
record ItemsOnAMap(@Schema(enumeration = {"FeatureCollection"}) String type, List<Feature> features) {

    static ItemsOnAMap of(List<Order> orders) {
        return new ItemsOnAMap(
                "FeatureCollection",
                orders.stream()
                        .flatMap(order -> order.openItems().stream().map(item -> Feature.of(order, item)))
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** One item of an order. */
    @Schema(name = "OrderFeature")
    record Feature(@Schema(enumeration = {"Feature"}) String type, Place geometry, Properties properties) {

        static Optional<Feature> of(Order order, Item item) {
            return item.asset()
                    .map(asset -> new Feature(
                            "Feature",
                            new Place("Point", List.of(asset.longitude(), asset.latitude())),
                            new Properties(
                                    order.id(),
                                    order.crew(),
                                    order.work(),
                                    asset.id(),
                                    asset.reference(),
                                    asset.name(),
                                    item.worst().state(),
                                    item.worst().severity(),
                                    order.dueAt())));
        }
    }

    /** Where it is. */
    @Schema(name = "OrderPoint")
    record Place(
            @Schema(enumeration = {"Point"}) String type,
            @Schema(description = "Longitude, latitude", examples = "[9.6777,50.5528]") List<Double> coordinates) {}

    /** What is said of it. */
    @Schema(name = "OrderProperties")
    record Properties(
            long order,
            String crew,
            String work,
            long asset,
            String reference,
            String name,
            String state,
            String severity,
            Optional<Instant> dueAt) {}
}
