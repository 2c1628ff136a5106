package de.hexapolis.registry;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** Writes device profiles that are new or differ. Stateless. */
public final class UpsertProfiles {
    private static final String SQL =
            """
            with parameter as (
                select ?::jsonb as rows, ?::text as blueprint_id, ?::boolean as takes_over, ?::timestamptz as at
            ), wanted as materialized (
                select r.*, p.blueprint_id
                from parameter p, jsonb_to_recordset(p.rows) as r (profile_id text, version text, document text)
            ), before as materialized (
                select p.profile_id from profile p join wanted w using (profile_id)
            ), written as (
                insert into profile as p (profile_id, version, document, blueprint_id)
                select profile_id, version, document, blueprint_id from wanted
                on conflict (profile_id) do update set
                    version = excluded.version, document = excluded.document, blueprint_id = excluded.blueprint_id
                where (p.version, p.document) is distinct from (excluded.version, excluded.document)
                returning p.profile_id
            )
            select count(*) - (select count(*) from before),
                (select count(*) from written join before using (profile_id)),
                (select count(*) from before) - (select count(*) from written join before using (profile_id)),
                0
            from wanted
            """;

    private UpsertProfiles() {}

    public static Tally on(Connection connection, Collection<ProfileRow> rows, Author author) throws SQLException {
        return WriteRows.run(connection, SQL, rows, author);
    }
}
