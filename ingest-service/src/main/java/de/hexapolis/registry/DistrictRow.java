package de.hexapolis.registry;

import com.fasterxml.jackson.databind.JsonNode;

/** A row of the districts of a city, whose polygon is a GeoJSON geometry. Immutable. */
public record DistrictRow(String cityId, String districtId, String name, JsonNode polygon) {}
