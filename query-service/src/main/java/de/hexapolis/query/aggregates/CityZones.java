package de.hexapolis.query.aggregates;

import de.hexapolis.query.problem.Trouble;
import de.hexapolis.query.selection.SelectedAsset;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The zones of the cities whose assets are asked for. Rollups by day follow them. Immutable. */
record CityZones(Set<ZoneId> zones) {
    private static final ZoneId OF_NOBODY = ZoneId.of("Europe/Berlin");

    CityZones {
        zones = Set.copyOf(zones);
    }

    static CityZones of(List<SelectedAsset> assets) {
        return new CityZones(assets.stream().map(SelectedAsset::zone).collect(Collectors.toSet()));
    }

    /** The zone in which the query's buckets lie: the one that it names, else the cities', if they have but one. */
    ZoneId orFor(AggregateQuery query) {
        if (query.zone().isPresent()) {
            return query.zone().get();
        }
        if (zones.size() > 1) {
            throw Trouble.INVALID_PARAMETER.problem(
                    "zone",
                    "is missing, and the cities' clocks differ: %s; one of these would do, or assets of one of them"
                            .formatted(
                                    zones.stream().map(ZoneId::getId).collect(Collectors.toCollection(TreeSet::new))));
        }
        return zones.stream().findFirst().orElse(OF_NOBODY);
    }

    /** Whether the days of the rollups are those of this zone. */
    boolean haveDaysOf(ZoneId zone) {
        return zones.equals(Set.of(zone));
    }
}
