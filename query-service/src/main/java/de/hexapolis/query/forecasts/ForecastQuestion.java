package de.hexapolis.query.forecasts;

import de.hexapolis.query.sql.NamedSql;
import de.hexapolis.telemetry.CityId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which forecasts are asked for; what is empty asks for nothing. Immutable. */
record ForecastQuestion(
        Set<CityId> cities, Set<String> kinds, Set<String> districts, Set<Long> assets, Optional<Double> byRoundOver) {

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put(
                "cities",
                cities.isEmpty()
                        ? NamedSql.NOTHING
                        : cities.stream().map(CityId::value).toArray(String[]::new));
        values.put("kinds", kinds.isEmpty() ? NamedSql.NOTHING : kinds.toArray(String[]::new));
        values.put("districts", districts.isEmpty() ? NamedSql.NOTHING : districts.toArray(String[]::new));
        values.put("assets", assets.isEmpty() ? NamedSql.NOTHING : assets.toArray(Long[]::new));
        values.put("by_round_over", byRoundOver.<Object>map(asked -> asked).orElse(NamedSql.NOTHING));
        return values;
    }
}
