package de.hexapolis.query.orders;

import de.hexapolis.query.page.Escaped;
import de.hexapolis.query.page.Language;
import de.hexapolis.query.work.AssetOfWork;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is left to do in orders as GPX 1.1: a waypoint an asset, and a route an order, from each to the nearest next one.
 * That is a walk, not the shortest tour. Stateless.
 */
final class GpxFeed {
    private GpxFeed() {}

    static String of(List<Order> orders, Language language) {
        StringBuilder gpx = new StringBuilder(
                """
                <?xml version="1.0" encoding="UTF-8"?>
                <gpx version="1.1" creator="Hexapolis" xmlns="http://www.topografix.com/GPX/1/1">
                """);
        orders.forEach(order -> order.openItems().forEach(item -> waypoint(gpx, order, item, language)));
        orders.forEach(order -> route(gpx, order, language));
        return gpx.append("</gpx>\n").toString();
    }

    private static void waypoint(StringBuilder gpx, Order order, Item item, Language language) {
        item.asset().ifPresent(asset -> {
            point(gpx, "wpt", asset);
            element(
                    gpx,
                    "desc",
                    OrderWords.titles(item, language) + ", " + OrderWords.severity(item.worst(), language));
            element(gpx, "sym", "Flag");
            element(gpx, "type", order.work());
            gpx.append("</wpt>\n");
        });
    }

    private static void route(StringBuilder gpx, Order order, Language language) {
        List<AssetOfWork> stops = new ArrayList<>();
        order.openItems().forEach(item -> item.asset().ifPresent(stops::add));
        if (stops.size() < 2) {
            return;
        }
        gpx.append("<rte>");
        element(gpx, "name", OrderWords.title(order.title(), language));
        for (AssetOfWork stop : walked(stops)) {
            point(gpx, "rtept", stop);
            gpx.append("</rtept>");
        }
        gpx.append("</rte>\n");
    }

    private static void point(StringBuilder gpx, String tag, AssetOfWork asset) {
        gpx.append(
                String.format(Locale.ROOT, "<%s lat=\"%.6f\" lon=\"%.6f\">", tag, asset.latitude(), asset.longitude()));
        element(gpx, "name", asset.name());
    }

    private static void element(StringBuilder gpx, String tag, String text) {
        gpx.append("<%1$s>%2$s</%1$s>".formatted(tag, Escaped.text(text)));
    }

    /** From the most northern one on, always to the nearest one that is left. */
    static List<AssetOfWork> walked(List<AssetOfWork> stops) {
        List<AssetOfWork> left = new ArrayList<>(stops);
        List<AssetOfWork> walk = new ArrayList<>();
        left.stream()
                .max((one, other) -> Double.compare(one.latitude(), other.latitude()))
                .ifPresent(first -> move(first, left, walk));
        while (!left.isEmpty()) {
            AssetOfWork last = walk.get(walk.size() - 1);
            left.stream()
                    .min((one, other) -> Double.compare(distance(last, one), distance(last, other)))
                    .ifPresent(nearest -> move(nearest, left, walk));
        }
        return walk;
    }

    private static void move(AssetOfWork stop, List<AssetOfWork> from, List<AssetOfWork> to) {
        from.remove(stop);
        to.add(stop);
    }

    /** Squared, in degrees of latitude: enough to compare within a city. */
    private static double distance(AssetOfWork one, AssetOfWork other) {
        double north = one.latitude() - other.latitude();
        double east = (one.longitude() - other.longitude()) * Math.cos(Math.toRadians(one.latitude()));
        return north * north + east * east;
    }
}
