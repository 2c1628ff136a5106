-- The newest forecasts in the cities of the caller, by asset. What is null asks for nothing. An asset has one for each depth;
-- the key counts them, so that a page may end between two.
select f.key, f.asset_id, a.city_id, a.reference, a.kind as asset_kind, a.district_id, f.kind, f.channel, f.made_at,
    f.reading_at, f.level, f.p10, f.p50, f.p90, f.round_at, f.by_round, f.carried_from, f.basis
from asset a
cross join lateral (
    select a.asset_id * 100 + row_number() over (order by o.kind, o.channel) as key, o.*
    from forecast o where o.asset_id = a.asset_id
) f
where f.key > :after_key::bigint
    and a.asset_id >= :after_key::bigint / 100
    and not a.retired
    and (:sees_all::boolean or a.city_id = any (:staffed::text[]) or a.city_id = any (:worked::text[]))
    and (:cities::text[] is null or a.city_id = any (:cities::text[]))
    and (:kinds::text[] is null or a.kind = any (:kinds::text[]))
    and (:districts::text[] is null or a.district_id = any (:districts::text[]))
    and (:assets::bigint[] is null or a.asset_id = any (:assets::bigint[]))
    and (:by_round_over::float8 is null or f.by_round > :by_round_over::float8)
order by f.key
limit :limit::integer
