package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** Writes kinds of assets that are new or differ. Stateless. */
public final class UpsertKinds {
    private static final String SQL =
            """
            with parameter as (
                select ?::jsonb as rows, ?::text as blueprint_id, ?::boolean as takes_over, ?::timestamptz as at
            ), wanted as materialized (
                select r.*, p.blueprint_id
                from parameter p, jsonb_to_recordset(p.rows) as r (
                    kind text, name_de text, name_en text, main_quantity text, settings jsonb)
            ), before as materialized (
                select k.kind from asset_kind k join wanted w using (kind)
            ), written as (
                insert into asset_kind as k (kind, name_de, name_en, main_quantity, settings, blueprint_id)
                select kind, name_de, name_en, main_quantity, settings, blueprint_id from wanted
                on conflict (kind) do update set
                    name_de = excluded.name_de, name_en = excluded.name_en, main_quantity = excluded.main_quantity,
                    settings = excluded.settings, blueprint_id = excluded.blueprint_id
                where (k.name_de, k.name_en, k.main_quantity, k.settings)
                    is distinct from (excluded.name_de, excluded.name_en, excluded.main_quantity, excluded.settings)
                returning k.kind
            )
            select count(*) - (select count(*) from before),
                (select count(*) from written join before using (kind)),
                (select count(*) from before) - (select count(*) from written join before using (kind)),
                0
            from wanted
            """;

    private UpsertKinds() {}

    public static Tally on(Connection connection, Collection<KindRow> rows, Author author) throws SQLException {
        return WriteRows.run(connection, SQL, rows, author);
    }
}
