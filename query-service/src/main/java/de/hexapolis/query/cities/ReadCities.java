package de.hexapolis.query.cities;

import com.fasterxml.jackson.core.type.TypeReference;
import de.hexapolis.query.access.Caller;
import de.hexapolis.query.sql.Jsonb;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The statement that reads the cities which the caller may see, by id. Stateless. */
final class ReadCities {
    private static final String SQL =
            """
            with asked (sees_all, staffed) as (values (?::boolean, ?::text[])),
            counted as (
                select n.city_id, jsonb_object_agg(n.kind, n.assets) as assets
                from (
                    select a.city_id, a.kind, count(*) as assets
                    from asset a cross join asked q
                    where not a.retired and (a.open or q.sees_all or a.city_id = any (q.staffed))
                    group by 1, 2
                ) n
                group by 1
            )
            select c.city_id, c.name, c.zone, c.open, coalesce(n.assets, '{}') as assets, c.area
            from asked q
            cross join city c
            left join counted n on n.city_id = c.city_id
            where c.open or q.sees_all or c.city_id = any (q.staffed)
            order by c.city_id
            """;

    private ReadCities() {}

    static List<City> run(Connection connection, Caller caller) throws SQLException {
        List<City> cities = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(SQL)) {
            statement.setBoolean(1, caller.isOperator());
            statement.setArray(2, connection.createArrayOf("text", caller.staffedCities()));
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    cities.add(new City(
                            row.getString("city_id"),
                            row.getString("name"),
                            row.getString("zone"),
                            row.getBoolean("open"),
                            Jsonb.value(row, "assets", new TypeReference<Map<String, Integer>>() {}),
                            Jsonb.tree(row, "area")));
                }
            }
        }
        return cities;
    }
}
