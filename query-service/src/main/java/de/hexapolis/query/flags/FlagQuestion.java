package de.hexapolis.query.flags;

import de.hexapolis.query.sql.NamedSql;
import de.hexapolis.telemetry.CityId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which flags are asked for; what is empty asks for nothing. Immutable.
 *
 * @param open whether it is still so
 */
record FlagQuestion(Set<CityId> cities, Set<Long> assets, Optional<Boolean> open, Optional<Long> id) {

    static FlagQuestion one(long id) {
        return new FlagQuestion(Set.of(), Set.of(), Optional.empty(), Optional.of(id));
    }

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put(
                "cities",
                cities.isEmpty()
                        ? NamedSql.NOTHING
                        : cities.stream().map(CityId::value).toArray(String[]::new));
        values.put("assets", assets.isEmpty() ? NamedSql.NOTHING : assets.toArray(Long[]::new));
        values.put("open", open.<Object>map(asked -> asked).orElse(NamedSql.NOTHING));
        values.put("id", id.<Object>map(asked -> asked).orElse(NamedSql.NOTHING));
        return values;
    }
}
