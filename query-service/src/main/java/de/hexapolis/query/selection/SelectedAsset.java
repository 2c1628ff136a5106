package de.hexapolis.query.selection;

import de.hexapolis.telemetry.CityId;
import java.time.ZoneId;
import java.util.Optional;

/**
 * An asset that a filter has chosen: where it belongs and what it is called. Immutable.
 *
 * @param zone the city's
 * @param district the district's id, unique within the city
 * @param reference the city's own number for it
 * @param retired no longer there, but its history is
 */
public record SelectedAsset(
        long id,
        CityId city,
        ZoneId zone,
        String kind,
        Optional<String> district,
        double longitude,
        double latitude,
        String reference,
        String name,
        boolean retired) {}
