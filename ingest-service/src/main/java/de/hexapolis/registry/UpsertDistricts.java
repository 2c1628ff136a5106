package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** Writes districts that are new or differ. Stateless. */
public final class UpsertDistricts {
    private static final String SQL =
            """
            with parameter as (
                select ?::jsonb as rows, ?::text as blueprint_id, ?::boolean as takes_over, ?::timestamptz as at
            ), wanted as materialized (
                select r.*
                from parameter p, jsonb_to_recordset(p.rows) as r (
                    city_id text, district_id text, name text, polygon jsonb)
            ), before as materialized (
                select d.city_id, d.district_id from district d join wanted w using (city_id, district_id)
            ), written as (
                insert into district as d (city_id, district_id, name, polygon)
                select city_id, district_id, name, polygon from wanted
                on conflict (city_id, district_id) do update set name = excluded.name, polygon = excluded.polygon
                where (d.name, d.polygon) is distinct from (excluded.name, excluded.polygon)
                returning d.city_id, d.district_id
            )
            select count(*) - (select count(*) from before),
                (select count(*) from written join before using (city_id, district_id)),
                (select count(*) from before)
                    - (select count(*) from written join before using (city_id, district_id)),
                0
            from wanted
            """;

    private UpsertDistricts() {}

    public static Tally on(Connection connection, Collection<DistrictRow> rows, Author author) throws SQLException {
        return WriteRows.run(connection, SQL, rows, author);
    }
}
