package de.hexapolis.rules;

import java.util.Set;

/**
 * What a pack's rules may name, in the pack or in the registry. Immutable.
 *
 * @param kinds of assets
 * @param profiles of devices
 * @param districts of the pack's city
 * @param assets references of the pack's city
 */
public record Surroundings(Set<String> kinds, Set<String> profiles, Set<String> districts, Set<String> assets) {
    public Surroundings {
        kinds = Set.copyOf(kinds);
        profiles = Set.copyOf(profiles);
        districts = Set.copyOf(districts);
        assets = Set.copyOf(assets);
    }
}
