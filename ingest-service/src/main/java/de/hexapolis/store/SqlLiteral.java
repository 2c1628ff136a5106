package de.hexapolis.store;

import java.time.Instant;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Series ids and instants as literals, for statements that change or delete observations. TimescaleDB decompresses what
 * such a statement may concern before it runs, and knows that only from columns compared with constants: neither from
 * joins nor from parameters, whose values a generic plan does not know. Stateless.
 */
public final class SqlLiteral {
    private SqlLiteral() {}

    /** Such as <code>'{1,2}'::integer[]</code>. */
    public static String ofSeries(Collection<Integer> ids) {
        return ids.stream().distinct().map(String::valueOf).collect(Collectors.joining(",", "'{", "}'::integer[]"));
    }

    /** Such as <code>'{2026-07-01T12:00:00Z}'::timestamptz[]</code>. */
    public static String of(Collection<Instant> instants) {
        return instants.stream()
                .distinct()
                .map(Instant::toString)
                .collect(Collectors.joining(",", "'{", "}'::timestamptz[]"));
    }

    /** Such as {@code timestamptz '2026-07-01T12:00:00Z'}. */
    public static String of(Instant instant) {
        return "timestamptz '%s'".formatted(instant);
    }
}
