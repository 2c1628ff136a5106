package de.hexapolis.query.aggregates;

import de.hexapolis.query.selection.SelectedAsset;
import java.util.Comparator;
import java.util.Optional;

/**
 * What the assets of a line have in common. Immutable; ordered by city, then by id.
 *
 * @param city of an asset, a district or a city; empty where lines cross cities
 * @param asset the id of an asset, else 0
 * @param id of a district, a city or a kind; empty: the assets without a district, or all assets
 */
record Group(Grouping grouping, Optional<String> city, long asset, Optional<String> id) implements Comparable<Group> {
    private static final Comparator<Group> ORDER = Comparator.comparing((Group group) -> group.city.orElse(""))
            .thenComparingLong(Group::asset)
            .thenComparing(group -> group.id.isEmpty())
            .thenComparing(group -> group.id.orElse(""));

    static Group of(Grouping grouping, SelectedAsset asset) {
        Optional<String> city = Optional.of(asset.city().value());
        return switch (grouping) {
            case ASSET -> new Group(grouping, city, asset.id(), Optional.empty());
            case DISTRICT -> new Group(grouping, city, 0, asset.district());
            case CITY -> new Group(grouping, city, 0, city);
            case KIND -> new Group(grouping, Optional.empty(), 0, Optional.of(asset.kind()));
            case NONE -> new Group(grouping, Optional.empty(), 0, Optional.empty());
        };
    }

    @Override
    public int compareTo(Group other) {
        return ORDER.compare(this, other);
    }
}
