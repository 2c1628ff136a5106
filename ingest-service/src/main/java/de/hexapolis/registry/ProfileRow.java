package de.hexapolis.registry;

/**
 * A row of table {@code profile}. Immutable.
 *
 * @param document the YAML as it was loaded
 */
public record ProfileRow(String profileId, String version, String document) {}
