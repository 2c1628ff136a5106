package de.hexapolis.query.selection;

import de.hexapolis.telemetry.CityId;
import java.util.Optional;
import java.util.Set;

/**
 * What assets must fulfil, all of it; an empty set asks for nothing. Immutable.
 *
 * @param tags an asset must carry all of these
 * @param statuses words of the kinds' own vocabularies, such as {@code full}
 * @param text part of the name or of the city's reference, in any case
 */
public record AssetFilter(
        Set<CityId> cities,
        Set<String> kinds,
        Set<String> districts,
        Set<Long> ids,
        Set<String> tags,
        Set<String> statuses,
        Box box,
        Optional<Area> area,
        Optional<String> text) {
    /** Every asset. */
    public static final AssetFilter ALL = new AssetFilter(
            Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Box.WORLD, Optional.empty(), Optional.empty());

    public AssetFilter {
        cities = Set.copyOf(cities);
        kinds = Set.copyOf(kinds);
        districts = Set.copyOf(districts);
        ids = Set.copyOf(ids);
        tags = Set.copyOf(tags);
        statuses = Set.copyOf(statuses);
    }

    /** The rectangle outside which there is nothing to find. */
    public Box bounds() {
        return area.map(polygon -> polygon.bounds().within(box)).orElse(box);
    }

    /** The part that SQL cannot answer: the shape of the area, corners of the box included. */
    boolean holds(double longitude, double latitude) {
        return longitude >= box.west()
                && longitude <= box.east()
                && latitude >= box.south()
                && latitude <= box.north()
                && area.map(polygon -> polygon.contains(longitude, latitude)).orElse(true);
    }
}
