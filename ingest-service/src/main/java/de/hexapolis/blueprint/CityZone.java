package de.hexapolis.blueprint;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether a time zone can be a city's: a region with offsets of whole hours all year. An offset or an abbreviation is no
 * region, and means the opposite to PostgreSQL: UTC+1 is west of Greenwich there. Stateless.
 */
final class CityZone {
    /** Older offsets (local mean times) concern no reading. */
    private static final Instant BEGIN = Instant.parse("2015-01-01T00:00:00Z");

    private static final String OF_JAVA_ALONE = "SystemV/";

    private CityZone() {}

    /** Why it cannot; empty if it can. Days are rolled up from hours in UTC, hence the whole hours. */
    static Optional<String> refusal(String zone) {
        if (!isRegion(zone)) {
            return Optional.of("'%s' is no region of the time zone database such as Europe/Berlin".formatted(zone));
        }
        ZoneRules rules = ZoneId.of(zone).getRules();
        Stream<ZoneOffset> changes = rules.getTransitions().stream()
                .filter(change -> change.getInstant().isAfter(BEGIN))
                .flatMap(change -> Stream.of(change.getOffsetBefore(), change.getOffsetAfter()));
        Stream<ZoneOffset> yearly = rules.getTransitionRules().stream()
                .flatMap(rule -> Stream.of(rule.getOffsetBefore(), rule.getOffsetAfter()));
        return Stream.of(changes, yearly, Stream.of(rules.getOffset(BEGIN)))
                .flatMap(offsets -> offsets)
                .filter(offset -> offset.getTotalSeconds() % 3600 != 0)
                .findFirst()
                .map(offset -> "has the offset %s; only zones with whole hours all year can be used".formatted(offset));
    }

    private static boolean isRegion(String zone) {
        boolean named = zone.contains("/") && !zone.startsWith(OF_JAVA_ALONE);
        return zone.equals("UTC") || (named && ZoneId.getAvailableZoneIds().contains(zone));
    }
}
