package de.hexapolis.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A row of table {@code asset_kind}. Immutable.
 *
 * @param settings thresholds and whatever else the kind's rules need
 */
public record KindRow(String kind, String nameDe, String nameEn, Optional<String> mainQuantity, JsonNode settings) {}
