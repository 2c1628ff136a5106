-- What happened in the cities of the caller, as it was told last. What is null asks for nothing.
select o.occurrence_id, o.asset_id, o.city_id, o.kind, o.happened_at, o.told_by, o.detail, o.corrected_at, o.removed
from occurrence o
where o.occurrence_id < :before_id::bigint
    and (:sees_all::boolean or o.city_id = any (:staffed::text[]) or o.city_id = any (:worked::text[]))
    and (:id::bigint is null or o.occurrence_id = :id::bigint)
    and (not o.removed or :id::bigint is not null)
    and (:cities::text[] is null or o.city_id = any (:cities::text[]))
    and (:assets::bigint[] is null or o.asset_id = any (:assets::bigint[]))
    and (:kinds::text[] is null or o.kind = any (:kinds::text[]))
    and (:from::timestamptz is null or o.happened_at >= :from::timestamptz)
    and (:to::timestamptz is null or o.happened_at < :to::timestamptz)
order by o.occurrence_id desc
limit :limit::integer
