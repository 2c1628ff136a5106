package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** Writes cities that are new or differ. Stateless. */
public final class UpsertCities {
    private static final String SQL =
            """
            with parameter as (
                select ?::jsonb as rows, ?::text as blueprint_id, ?::boolean as takes_over, ?::timestamptz as at
            ), wanted as materialized (
                select r.*, p.blueprint_id
                from parameter p, jsonb_to_recordset(p.rows) as r (
                    city_id text, name text, zone text, open boolean, raw_retention_days integer)
            ), before as materialized (
                select c.city_id from city c join wanted w using (city_id)
            ), written as (
                insert into city as c (city_id, name, zone, open, raw_retention_days, blueprint_id)
                select city_id, name, zone, open, raw_retention_days, blueprint_id from wanted
                on conflict (city_id) do update set
                    name = excluded.name, zone = excluded.zone, open = excluded.open,
                    raw_retention_days = excluded.raw_retention_days, blueprint_id = excluded.blueprint_id
                where (c.name, c.zone, c.open, c.raw_retention_days)
                    is distinct from (excluded.name, excluded.zone, excluded.open, excluded.raw_retention_days)
                returning c.city_id
            )
            select count(*) - (select count(*) from before),
                (select count(*) from written join before using (city_id)),
                (select count(*) from before) - (select count(*) from written join before using (city_id)),
                0
            from wanted
            """;

    private UpsertCities() {}

    public static Tally on(Connection connection, Collection<CityRow> rows, Author author) throws SQLException {
        return WriteRows.run(connection, SQL, rows, author);
    }
}
