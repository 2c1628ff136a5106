-- Assets that a filter chooses and that the caller may see, by id. An array that is null asks for nothing.
with asked (cities, kinds, districts, ids, tags, pattern, west, south, east, north, sees_all, staffed, after_id) as (
    values (?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text, ?::float8, ?::float8, ?::float8,
        ?::float8, ?::boolean, ?::text[], ?::bigint)
)
select a.asset_id, a.city_id, c.zone, a.kind, a.district_id, a.longitude, a.latitude
from asked q
join asset a on a.asset_id > q.after_id
join city c on c.city_id = a.city_id
where not a.retired
    and (a.open and c.open or q.sees_all or a.city_id = any (q.staffed))
    and (q.cities is null or a.city_id = any (q.cities))
    and (q.kinds is null or a.kind = any (q.kinds))
    and (q.districts is null or a.district_id = any (q.districts))
    and (q.ids is null or a.asset_id = any (q.ids))
    and (q.tags is null or a.tags @> q.tags)
    and (q.pattern is null or a.name ilike q.pattern or a.reference ilike q.pattern)
    and a.longitude between q.west and q.east
    and a.latitude between q.south and q.north
order by a.asset_id
limit ?
