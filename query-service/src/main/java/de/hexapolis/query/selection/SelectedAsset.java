package de.hexapolis.query.selection;

import de.hexapolis.telemetry.CityId;
import java.time.ZoneId;
import java.util.Optional;

/**
 * An asset that a filter has chosen, as much of it as grouping needs. Immutable.
 *
 * @param zone the city's
 * @param district the district's id, unique within the city
 */
public record SelectedAsset(
        long id, CityId city, ZoneId zone, String kind, Optional<String> district, double longitude, double latitude) {}
