-- The city of an asset, if it is one of the caller's.
select a.city_id
from asset a
where a.asset_id = :asset::bigint
    and (:sees_all::boolean or a.city_id = any (:staffed::text[]) or a.city_id = any (:worked::text[]))
