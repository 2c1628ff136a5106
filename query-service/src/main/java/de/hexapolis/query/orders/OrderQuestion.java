package de.hexapolis.query.orders;

import de.hexapolis.query.sql.NamedSql;
import de.hexapolis.query.sql.Sql;
import de.hexapolis.query.work.WorkState;
import de.hexapolis.telemetry.CityId;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which orders are asked for; what is empty asks for nothing. Immutable. */
record OrderQuestion(
        Set<CityId> cities,
        Set<String> crews,
        Set<String> districts,
        Set<String> works,
        Set<WorkState> states,
        Optional<Boolean> open,
        Optional<Instant> dueBefore,
        Set<Long> ids) {

    /** These orders, whatever they are. */
    static OrderQuestion of(Collection<Long> ids) {
        return new OrderQuestion(
                Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty(), Set.copyOf(ids));
    }

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("cities", texts(cities.stream().map(CityId::value).toList()));
        values.put("of_crews", texts(crews));
        values.put("districts", texts(districts));
        values.put("works", texts(works));
        values.put("states", texts(states.stream().map(WorkState::wireName).toList()));
        values.put("open", open.<Object>map(asked -> asked).orElse(NamedSql.NOTHING));
        values.put("due_before", dueBefore.<Object>map(Sql::utc).orElse(NamedSql.NOTHING));
        values.put("ids", ids.isEmpty() ? NamedSql.NOTHING : ids.toArray(Long[]::new));
        return values;
    }

    private static Object texts(Collection<String> items) {
        return items.isEmpty() ? NamedSql.NOTHING : items.toArray(String[]::new);
    }
}
