package de.hexapolis.query.occurrences;

import de.hexapolis.query.sql.NamedSql;
import de.hexapolis.query.sql.Sql;
import de.hexapolis.telemetry.CityId;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which occurrences are asked for; what is empty asks for nothing. Immutable. */
record OccurrenceQuestion(
        Set<CityId> cities,
        Set<Long> assets,
        Set<String> kinds,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<Long> id) {

    static OccurrenceQuestion one(long id) {
        return new OccurrenceQuestion(
                Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty(), Optional.of(id));
    }

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put(
                "cities",
                cities.isEmpty()
                        ? NamedSql.NOTHING
                        : cities.stream().map(CityId::value).toArray(String[]::new));
        values.put("assets", assets.isEmpty() ? NamedSql.NOTHING : assets.toArray(Long[]::new));
        values.put("kinds", kinds.isEmpty() ? NamedSql.NOTHING : kinds.toArray(String[]::new));
        values.put("from", from.<Object>map(Sql::utc).orElse(NamedSql.NOTHING));
        values.put("to", to.<Object>map(Sql::utc).orElse(NamedSql.NOTHING));
        values.put("id", id.<Object>map(asked -> asked).orElse(NamedSql.NOTHING));
        return values;
    }
}
