-- Flags of series in the cities that the caller is staff of, the newest first. What is null asks for nothing.
select f.flag_id, f.series_id, s.asset_id, s.city_id, s.quantity, s.channel, f.flag, f.from_at, f.until_at, f.detail,
    f.set_by
from series_flag f join series s on s.series_id = f.series_id
where f.flag_id < :before_id::bigint
    and (:sees_all::boolean or s.city_id = any (:staffed::text[]))
    and (:id::bigint is null or f.flag_id = :id::bigint)
    and (:cities::text[] is null or s.city_id = any (:cities::text[]))
    and (:assets::bigint[] is null or s.asset_id = any (:assets::bigint[]))
    and (:open::boolean is null or (f.until_at is null) = :open::boolean)
order by f.flag_id desc
limit :limit::integer
