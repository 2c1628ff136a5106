package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;
import de.hexapolis.telemetry.CityId;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What the registry says of an asset. Immutable, as long as nobody writes into the properties, which nobody may.
 *
 * @param longitude degrees, WGS 84
 * @param latitude degrees, WGS 84
 */
public record AssetFacts(
        long id,
        CityId city,
        ZoneId zone,
        String kind,
        Optional<String> district,
        String reference,
        List<String> tags,
        JsonNode properties,
        double longitude,
        double latitude,
        boolean retired) {
    public AssetFacts {
        tags = List.copyOf(tags);
    }
}
