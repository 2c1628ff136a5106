package de.hexapolis.simulator.fleet;

import de.hexapolis.telemetry.CityId;
import java.time.ZoneId;
import java.util.OptionalInt;

/**
 * Where a device is installed. Immutable.
 *
 * @param reference the city's own name for the asset
 * @param kind {@code bin}, {@code tree}, {@code roadworks} or a city's own
 * @param plantingYear of a tree, where it is known
 */
public record Site(
        CityId city,
        ZoneId zone,
        String reference,
        String kind,
        double longitude,
        double latitude,
        OptionalInt plantingYear) {
    /** A site without a tree of known age. */
    public Site(CityId city, ZoneId zone, String reference, String kind, double longitude, double latitude) {
        this(city, zone, reference, kind, longitude, latitude, OptionalInt.empty());
    }

    public Site {
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException(
                    "not a place: longitude %s, latitude %s; degrees, from -180 to 180 and from -90 to 90"
                            .formatted(longitude, latitude));
        }
    }
}
