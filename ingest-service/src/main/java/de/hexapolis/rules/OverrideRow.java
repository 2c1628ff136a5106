package de.hexapolis.rules;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What differs from an item in a city, in a district, or at an asset of it. Immutable, as long as nobody writes into the
 * change.
 *
 * @param district empty: the whole city, or the asset
 * @param reference of the asset; empty: the whole city, or the district
 * @param blueprint id and version of the pack
 * @param change a merge patch (RFC 7386); JSON's null: the item does not hold there
 */
public record OverrideRow(
        RuleSection section,
        String id,
        String city,
        String district,
        String reference,
        String blueprint,
        String file,
        int line,
        JsonNode change) {
    /** How near it is to an asset: 1 for the city's, 2 for a district's, 3 for an asset's; 0: it does not concern it. */
    int nearness(AssetFacts asset) {
        if (!city.equals(asset.city().value())) {
            return 0;
        }
        if (!reference.isEmpty()) {
            return reference.equals(asset.reference()) ? 3 : 0;
        }
        if (!district.isEmpty()) {
            return district.equals(asset.district().orElse("")) ? 2 : 0;
        }
        return 1;
    }
}
