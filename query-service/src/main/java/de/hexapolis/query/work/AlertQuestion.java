package de.hexapolis.query.work;

import de.hexapolis.query.sql.NamedSql;
import de.hexapolis.query.sql.Sql;
import de.hexapolis.telemetry.CityId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which alerts are asked for; what is empty asks for nothing. Immutable.
 *
 * @param states together with {@code open} (whether it is not closed yet) all must hold
 * @param from opened at or after
 * @param to opened before
 * @param orders alerts of these orders
 */
public record AlertQuestion(
        Set<CityId> cities,
        Set<String> kinds,
        Set<String> rules,
        Set<String> districts,
        Set<Severity> severities,
        Set<WorkState> states,
        Optional<Boolean> open,
        Set<Long> assets,
        Optional<Instant> from,
        Optional<Instant> to,
        Set<Long> ids,
        Set<Long> orders) {

    private static final AlertQuestion ALL = new AlertQuestion(
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Set.of(),
            Optional.empty(),
            Set.of(),
            Optional.empty(),
            Optional.empty(),
            Set.of(),
            Set.of());

    public static AlertQuestion one(long id) {
        return ALL.with(Set.of(id), Set.of());
    }

    /** All alerts of some orders, closed ones too. */
    public static AlertQuestion ofOrders(Collection<Long> orders) {
        return ALL.with(Set.of(), Set.copyOf(orders));
    }

    private AlertQuestion with(Set<Long> newIds, Set<Long> newOrders) {
        return new AlertQuestion(
                cities, kinds, rules, districts, severities, states, open, assets, from, to, newIds, newOrders);
    }

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("cities", texts(cities.stream().map(CityId::value).toList()));
        values.put("kinds", texts(kinds));
        values.put("rules", texts(rules));
        values.put("districts", texts(districts));
        values.put(
                "severities",
                integers(severities.stream().map(Severity::ordinal).toList()));
        values.put("states", texts(states.stream().map(WorkState::wireName).toList()));
        values.put("open", open.<Object>map(asked -> asked).orElse(NamedSql.NOTHING));
        values.put("assets", numbers(assets));
        values.put("from", from.<Object>map(Sql::utc).orElse(NamedSql.NOTHING));
        values.put("to", to.<Object>map(Sql::utc).orElse(NamedSql.NOTHING));
        values.put("ids", numbers(ids));
        values.put("orders", numbers(orders));
        return values;
    }

    private static Object texts(Collection<String> items) {
        return items.isEmpty() ? NamedSql.NOTHING : items.toArray(String[]::new);
    }

    private static Object numbers(Collection<Long> items) {
        return items.isEmpty() ? NamedSql.NOTHING : items.toArray(Long[]::new);
    }

    private static Object integers(List<Integer> items) {
        return items.isEmpty() ? NamedSql.NOTHING : items.toArray(Integer[]::new);
    }
}
