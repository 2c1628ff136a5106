package de.hexapolis.query.quarantine;

import de.hexapolis.telemetry.CityId;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which messages are asked for; what is empty asks for nothing. Immutable.
 *
 * @param replayed whether a replay has stored them
 * @param from first received at or after
 * @param to first received before
 */
record QuarantineFilter(
        Set<CityId> cities,
        Set<String> reasons,
        Set<String> devices,
        Optional<String> source,
        boolean replayed,
        Optional<Instant> from,
        Optional<Instant> to) {
    QuarantineFilter {
        cities = Set.copyOf(cities);
        reasons = Set.copyOf(reasons);
        devices = Set.copyOf(devices);
    }
}
