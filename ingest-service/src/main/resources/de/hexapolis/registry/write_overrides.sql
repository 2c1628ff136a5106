-- Parameters: rows as JSON, blueprint, nothing, time. Answers created, updated, unchanged, taken away, and the kinds of
-- assets for which something else holds now.
with parameter as (
    select ?::jsonb as rows, ?::text as blueprint_id, ?::text as city_id, ?::timestamptz as at
), wanted as materialized (
    select r.section, r.rule_id, r.city_id, r.district_id, r.reference, r.file, r.line,
        coalesce(r.change, 'null') as change, p.blueprint_id, p.at
    from parameter p, jsonb_to_recordset(p.rows) as r (
        section text, rule_id text, city_id text, district_id text, reference text, file text, line integer, change jsonb)
), before as materialized (
    select o.section, o.rule_id, o.city_id, o.district_id, o.reference, o.change
    from rule_override o join parameter p using (blueprint_id)
), gone as (
    delete from rule_override o using parameter p
    where o.blueprint_id = p.blueprint_id and not exists (
        select 1 from wanted w
        where (w.section, w.rule_id, w.city_id, w.district_id, w.reference)
            = (o.section, o.rule_id, o.city_id, o.district_id, o.reference))
    returning o.section, o.rule_id
), written as (
    insert into rule_override as o (
        section, rule_id, city_id, district_id, reference, blueprint_id, file, line, change, changed_at)
    select section, rule_id, city_id, district_id, reference, blueprint_id, file, line, change, at from wanted
    on conflict (section, rule_id, city_id, district_id, reference) do update set
        blueprint_id = excluded.blueprint_id, file = excluded.file, line = excluded.line, change = excluded.change,
        changed_at = excluded.changed_at
    where (o.blueprint_id, o.file, o.line, o.change)
        is distinct from (excluded.blueprint_id, excluded.file, excluded.line, excluded.change)
    returning o.section, o.rule_id, o.city_id, o.district_id, o.reference, o.change
), compared as (
    select w.section, w.rule_id, w.change as after, b.change as before, b.section is not null as was
    from written w left join before b using (section, rule_id, city_id, district_id, reference)
), other as (
    select section, rule_id from gone
    union all
    select section, rule_id from compared where not was or after is distinct from before
)
select (select count(*) from compared where not was),
    (select count(*) from compared where was),
    (select count(*) from before) - (select count(*) from gone) - (select count(*) from compared where was),
    (select count(*) from gone),
    (select coalesce(array_agg(distinct kind), '{}')
        from other join rule using (section, rule_id)
        cross join lateral jsonb_array_elements_text(rule.document -> 'kinds') as kind
        where section in ('rule', 'occurrence', 'plausibility'))
