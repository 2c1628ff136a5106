package de.hexapolis.simulator.fleet;

import de.hexapolis.telemetry.CityId;
import java.time.ZoneId;

/**
 * Where a device is installed. Immutable.
 *
 * @param reference the city's own name for the asset
 * @param kind {@code bin}, {@code tree}, {@code roadworks} or a city's own
 */
public record Site(CityId city, ZoneId zone, String reference, String kind, double longitude, double latitude) {
    public Site {
        if (!(Math.abs(longitude) <= 180 && Math.abs(latitude) <= 90)) {
            throw new IllegalArgumentException(
                    "not a place: longitude %s, latitude %s; degrees, from -180 to 180 and from -90 to 90"
                            .formatted(longitude, latitude));
        }
    }
}
