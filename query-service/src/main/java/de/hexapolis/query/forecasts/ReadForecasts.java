package de.hexapolis.query.forecasts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import de.hexapolis.query.access.Caller;
import de.hexapolis.query.sql.Jsonb;
import de.hexapolis.query.sql.NamedSql;
import de.hexapolis.query.sql.Sql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The statement that reads the newest forecasts of the caller's cities, by asset. Stateless. */
final class ReadForecasts {
    private static final NamedSql SQL = NamedSql.beside(ReadForecasts.class, "read_forecasts.sql");

    private ReadForecasts() {}

    static List<Forecast> run(Connection connection, ForecastQuestion question, Caller caller, long afterKey, int limit)
            throws SQLException {
        Map<String, Object> values = new HashMap<>(question.values());
        values.putAll(caller.sight());
        values.put("after_key", afterKey);
        values.put("limit", limit);
        List<Forecast> forecasts = new ArrayList<>();
        try (PreparedStatement statement = SQL.with(connection, values);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                forecasts.add(read(row));
            }
        }
        return forecasts;
    }

    private static Forecast read(ResultSet row) throws SQLException {
        JsonNode basis = Jsonb.tree(row, "basis").orElseThrow();
        int carriedFrom = row.getInt("carried_from");
        return new Forecast(
                row.getLong("key"),
                row.getLong("asset_id"),
                row.getString("city_id"),
                row.getString("reference"),
                row.getString("asset_kind"),
                Optional.ofNullable(row.getString("district_id")),
                row.getString("kind"),
                Optional.of(row.getString("channel")).filter(channel -> !channel.isEmpty()),
                Sql.instant(row, "made_at"),
                Sql.instantIfAny(row, "reading_at"),
                number(row, "level"),
                Sql.instantIfAny(row, "p10"),
                Sql.instantIfAny(row, "p50"),
                Sql.instantIfAny(row, "p90"),
                Sql.instantIfAny(row, "round_at"),
                number(row, "by_round"),
                carriedFrom == 0 ? Optional.empty() : Optional.of(new Forecast.Carried(carriedFrom, alike(basis))),
                basis);
    }

    private static JsonNode alike(JsonNode basis) {
        return basis.path("alike").isArray() ? basis.path("alike") : JsonNodeFactory.instance.arrayNode();
    }

    private static Optional<Double> number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Optional.empty() : Optional.of(Math.round(value * 1_000) / 1_000.0);
    }
}
