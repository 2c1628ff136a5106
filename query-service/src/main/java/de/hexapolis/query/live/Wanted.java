package de.hexapolis.query.live;

import de.hexapolis.query.access.Caller;
import de.hexapolis.telemetry.CityId;
import java.util.Set;

/** What of the log a listener wants and may see; what is empty asks for nothing. Immutable. */
record Wanted(Caller caller, Set<String> kinds, Set<CityId> cities) {
    Wanted {
        kinds = Set.copyOf(kinds);
        cities = Set.copyOf(cities);
    }

    boolean wants(Notice notice) {
        return (kinds.isEmpty() || kinds.contains(notice.subjectKind()))
                && (cities.isEmpty() || cities.contains(notice.city()))
                && notice.isFor(caller);
    }
}
