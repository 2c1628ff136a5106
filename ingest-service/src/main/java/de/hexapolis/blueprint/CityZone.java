package de.hexapolis.blueprint;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRules;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a time zone can be a city's: it must exist, with offsets of whole hours all year. Stateless. */
final class CityZone {
    /** Older offsets (local mean times) concern no reading. */
    private static final Instant BEGIN = Instant.parse("2015-01-01T00:00:00Z");

    private CityZone() {}

    /** Why it cannot; empty if it can. Days are rolled up from hours in UTC, hence the whole hours. */
    static Optional<String> refusal(String zone) {
        ZoneRules rules;
        try {
            rules = ZoneId.of(zone).getRules();
        } catch (DateTimeException unknown) {
            return Optional.of("is no time zone such as Europe/Berlin");
        }
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
}
