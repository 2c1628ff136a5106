-- Assets that a filter chooses and that the caller may see, by id. What is null asks for nothing; the plan is made for
-- the values, so such a part costs nothing.
select a.asset_id, a.city_id, c.zone, a.kind, a.district_id, a.longitude, a.latitude, a.reference, a.name,
    a.retired
from asset a
    join city c on c.city_id = a.city_id
where a.asset_id > :after_id::bigint
    -- "offset 0" keeps the planner from reading the latest of all series: it looks at those of retired assets alone
    and (not a.retired or :heard_since::timestamptz is not null and exists (
        select from series s
            join latest l on l.series_id = s.series_id
        where s.asset_id = a.asset_id and l.observed_at >= :heard_since::timestamptz
        offset 0))
    and (:sees_all::boolean or a.open and c.open or a.city_id = any (:staffed::text[]))
    and (:cities::text[] is null or a.city_id = any (:cities::text[]))
    and (:kinds::text[] is null or a.kind = any (:kinds::text[]))
    and (:districts::text[] is null or a.district_id = any (:districts::text[]))
    and (:ids::bigint[] is null or a.asset_id = any (:ids::bigint[]))
    and (:tags::text[] is null or a.tags @> :tags::text[])
    and (:pattern::text is null or a.name ilike :pattern::text or a.reference ilike :pattern::text)
    and (:everywhere::boolean or a.longitude between :west::float8 and :east::float8
        and a.latitude between :south::float8 and :north::float8)
order by a.asset_id
limit :limit::integer
