package de.hexapolis.query.aggregates;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * All that the statements are to compute. Immutable.
 *
 * @param now readings after it are not expected yet
 */
record Asked(
        List<Line> lines,
        BucketCalendar calendar,
        List<AggregateFunction> functions,
        Pool pool,
        CityZones zones,
        Instant now) {
    Asked {
        lines = List.copyOf(lines);
        functions = List.copyOf(functions);
    }

    boolean asksAnyOf(AggregateFunction... some) {
        return List.of(some).stream().anyMatch(functions::contains);
    }

    boolean asksPercentiles() {
        return functions.stream().anyMatch(AggregateFunction::isPercentile);
    }

    /** How many values the answer may have. */
    long values() {
        return (long) lines.size() * calendar.size() * functions.size();
    }

    /** Since when all readings of all series are kept. */
    Instant keptSince() {
        return members().stream()
                .map(Member::keptSince)
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
    }

    List<Member> members() {
        return lines.stream().flatMap(line -> line.members().stream()).toList();
    }
}
