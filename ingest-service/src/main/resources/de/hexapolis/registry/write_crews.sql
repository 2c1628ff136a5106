-- Parameters: rows as JSON, blueprint, city, time. Answers created, updated, unchanged, taken away, and no kinds of assets.
-- Orders name crews: a crew that is taken away stays without a document, so that it takes nothing any more. Each city has
-- its staff, to whom everything goes that no crew takes.
with parameter as (
    select ?::jsonb as rows, ?::text as blueprint_id, ?::text as city_id, ?::timestamptz as at
), staff as (
    insert into crew (city_id, crew_id, name_de, name_en, document, changed_at)
    select city_id, 'staff', 'Verwaltung', 'Staff', '{}', at from parameter
    on conflict do nothing
), wanted as materialized (
    select r.*, p.city_id, p.blueprint_id, p.at
    from parameter p, jsonb_to_recordset(p.rows) as r (crew_id text, name_de text, name_en text, document jsonb)
), before as materialized (
    select c.crew_id from crew c join parameter p using (city_id) where c.crew_id <> 'staff'
), gone as (
    update crew c set document = '{}', changed_at = p.at
    from parameter p
    where c.city_id = p.city_id and c.blueprint_id = p.blueprint_id and c.document <> '{}'
        and not exists (select 1 from wanted w where w.crew_id = c.crew_id)
    returning c.crew_id
), written as (
    insert into crew as c (city_id, crew_id, name_de, name_en, document, blueprint_id, changed_at)
    select city_id, crew_id, name_de, name_en, document, blueprint_id, at from wanted
    on conflict (city_id, crew_id) do update set
        name_de = excluded.name_de, name_en = excluded.name_en, document = excluded.document,
        blueprint_id = excluded.blueprint_id, changed_at = excluded.changed_at
    where (c.name_de, c.name_en, c.document, c.blueprint_id)
        is distinct from (excluded.name_de, excluded.name_en, excluded.document, excluded.blueprint_id)
    returning c.crew_id
)
select (select count(*) from wanted where crew_id not in (select crew_id from before)),
    (select count(*) from written join before using (crew_id)),
    (select count(*) from wanted join before using (crew_id)) - (select count(*) from written join before using (crew_id)),
    (select count(*) from gone),
    '{}'::text[]
