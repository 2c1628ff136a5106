package de.hexapolis.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * A row of table {@code asset}, but for its number. Immutable.
 *
 * @param reference the city's own name for it
 * @param retired no longer there; its history stays
 */
public record AssetRow(
        String cityId,
        String reference,
        String kind,
        String name,
        double longitude,
        double latitude,
        Optional<String> districtId,
        List<String> tags,
        JsonNode properties,
        boolean open,
        boolean retired) {
    public AssetRow {
        tags = List.copyOf(tags);
    }
}
