package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** Writes assets that are new or differ; a blueprint leaves those alone that a person has written. Stateless. */
public final class UpsertAssets {
    private static final String SQL =
            """
            with parameter as (
                select ?::jsonb as rows, ?::text as blueprint_id, ?::boolean as takes_over, ?::timestamptz as at
            ), wanted as materialized (
                select r.*, p.blueprint_id, p.takes_over, p.at
                from parameter p, jsonb_to_recordset(p.rows) as r (
                    city_id text, reference text, kind text, name text, longitude double precision,
                    latitude double precision, district_id text, tags text[], properties jsonb, open boolean,
                    retired boolean)
            ), before as materialized (
                select a.city_id, a.reference, a.blueprint_id is distinct from w.blueprint_id and not w.takes_over as kept
                from asset a join wanted w using (city_id, reference)
            ), written as (
                insert into asset as a (city_id, reference, kind, name, longitude, latitude, district_id, tags,
                    properties, open, retired, blueprint_id, changed_at)
                select city_id, reference, kind, name, longitude, latitude, district_id, tags, properties, open,
                    retired, blueprint_id, at
                from wanted
                where not exists (
                    select from before b where b.kept and (b.city_id, b.reference) = (wanted.city_id, wanted.reference))
                order by city_id, reference
                on conflict (city_id, reference) do update set
                    kind = excluded.kind, name = excluded.name, longitude = excluded.longitude,
                    latitude = excluded.latitude, district_id = excluded.district_id, tags = excluded.tags,
                    properties = excluded.properties, open = excluded.open, retired = excluded.retired,
                    blueprint_id = excluded.blueprint_id, changed_at = excluded.changed_at
                where (a.kind, a.name, a.longitude, a.latitude, a.district_id, a.tags, a.properties, a.open, a.retired)
                    is distinct from (excluded.kind, excluded.name, excluded.longitude, excluded.latitude,
                        excluded.district_id, excluded.tags, excluded.properties, excluded.open, excluded.retired)
                    or (excluded.blueprint_id is not null and a.blueprint_id is distinct from excluded.blueprint_id)
                returning a.city_id, a.reference
            ), updated as (
                select count(*) as rows from written join before using (city_id, reference)
            )
            select count(*) - (select count(*) from before),
                (select rows from updated),
                (select count(*) from before where not kept) - (select rows from updated),
                (select count(*) from before where kept)
            from wanted
            """;

    private UpsertAssets() {}

    /** @param rows each reference of a city once */
    public static Tally on(Connection connection, Collection<AssetRow> rows, Author author) throws SQLException {
        Tally tally = WriteRows.run(connection, SQL, rows, author);
        if (tally.changed()) {
            DueAssets.changedAt(
                    connection,
                    author.at(),
                    rows.stream().map(AssetRow::cityId).toList(),
                    rows.stream().map(AssetRow::reference).toList());
        }
        return tally;
    }
}
