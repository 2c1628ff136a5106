package de.hexapolis.simulator.crews;

import de.hexapolis.simulator.fleet.SimulatedDevice;
import de.hexapolis.simulator.fleet.Site;
import de.hexapolis.telemetry.CityId;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the assets stand that have a simulated sensor. Immutable. */
final class Town {
    private static final ZoneId USUAL_ZONE = ZoneId.of("Europe/Berlin");

    private final Map<CityId, Map<String, Site>> sites = new LinkedHashMap<>();

    Town(Collection<SimulatedDevice> fleet) {
        for (SimulatedDevice device : fleet) {
            sites.computeIfAbsent(device.city(), city -> new LinkedHashMap<>())
                    .put(device.site().reference(), device.site());
        }
    }

    Optional<Site> site(WorkItem item) {
        return Optional.ofNullable(of(item.city()).get(item.reference()));
    }

    /** The nearest of its kind in its city. */
    Optional<Site> neighbour(WorkItem item) {
        return site(item).flatMap(site -> others(site).stream()
                .min(Comparator.comparingDouble(other ->
                        Math.hypot(other.longitude() - site.longitude(), other.latitude() - site.latitude()))));
    }

    ZoneId zone(CityId city) {
        return of(city).values().stream().findFirst().map(Site::zone).orElse(USUAL_ZONE);
    }

    private Map<String, Site> of(CityId city) {
        return sites.getOrDefault(city, Map.of());
    }

    private List<Site> others(Site site) {
        List<Site> others = new ArrayList<>(of(site.city()).values());
        others.removeIf(other -> other.equals(site) || !other.kind().equals(site.kind()));
        return others;
    }
}
