package de.hexapolis.blueprint;

import de.hexapolis.registry.CityRow;
import de.hexapolis.registry.KindRow;
import java.util.List;
import java.util.Optional;

/**
 * What blueprint.yaml says. Immutable.
 *
 * @param extended the pack that must be loaded before
 * @param demo whether assets and devices are invented
 */
record Manifest(
        String id,
        String version,
        Optional<Located<String>> extended,
        boolean demo,
        Optional<Located<CityRow>> city,
        List<Located<KindRow>> kinds) {
    static final String FILE = "blueprint.yaml";
}
