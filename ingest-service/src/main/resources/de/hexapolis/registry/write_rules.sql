-- Parameters: rows as JSON, blueprint, nothing, time. Answers created, updated, unchanged, taken away, and the kinds of
-- assets for which something else holds now; a line that has moved alone makes no difference to them.
with parameter as (
    select ?::jsonb as rows, ?::text as blueprint_id, ?::text as city_id, ?::timestamptz as at
), wanted as materialized (
    select r.*, p.blueprint_id, p.at
    from parameter p, jsonb_to_recordset(p.rows) as r (section text, rule_id text, file text, line integer, document jsonb)
), before as materialized (
    select r.section, r.rule_id, r.document from rule r join parameter p using (blueprint_id)
), gone as (
    delete from rule r using parameter p
    where r.blueprint_id = p.blueprint_id
        and not exists (select 1 from wanted w where w.section = r.section and w.rule_id = r.rule_id)
    returning r.section, r.rule_id, r.document
), written as (
    insert into rule as r (section, rule_id, blueprint_id, file, line, document, changed_at)
    select section, rule_id, blueprint_id, file, line, document, at from wanted
    on conflict (section, rule_id) do update set
        blueprint_id = excluded.blueprint_id, file = excluded.file, line = excluded.line, document = excluded.document,
        changed_at = excluded.changed_at
    where (r.blueprint_id, r.file, r.line, r.document)
        is distinct from (excluded.blueprint_id, excluded.file, excluded.line, excluded.document)
    returning r.section, r.rule_id, r.document
), other as (
    select section, document from gone
    union all
    select w.section, d.document
    from written w left join before b using (section, rule_id)
    cross join lateral (values (w.document), (b.document)) as d (document)
    where w.document is distinct from b.document
)
select (select count(*) from wanted w where not exists (
        select 1 from before b where b.section = w.section and b.rule_id = w.rule_id)),
    (select count(*) from written join before using (section, rule_id)),
    (select count(*) from before) - (select count(*) from gone)
        - (select count(*) from written join before using (section, rule_id)),
    (select count(*) from gone),
    (select coalesce(array_agg(distinct kind), '{}')
        from other cross join lateral jsonb_array_elements_text(other.document -> 'kinds') as kind
        where other.section in ('rule', 'occurrence', 'plausibility'))
