-- The words that a filter of assets may name, by parameter: of those cities that the caller may see.
with visible as (
    select c.city_id from city c
    where :sees_all::boolean or c.open or c.city_id = any (:staffed::text[])
)
select 'city', v.city_id from visible v
union all
select 'kind', k.kind from asset_kind k where :of_kinds::boolean
union all
select 'district', d.district_id
from district d join visible v on v.city_id = d.city_id
where :of_districts::boolean and (cardinality(:cities::text[]) = 0 or d.city_id = any (:cities::text[]))
union all
select 'status', w.word
from asset_kind k, lateral (
    select jsonb_path_query(k.settings, 'lax $.status[*].word') #>> '{}'
    union all
    select coalesce(k.settings #>> '{wetting,word}', 'watered') where k.settings -> 'wetting' is not null
) w (word)
where :of_statuses::boolean
union all
select 'status', w from unnest(array['unknown', 'fault']) w where :of_statuses::boolean
