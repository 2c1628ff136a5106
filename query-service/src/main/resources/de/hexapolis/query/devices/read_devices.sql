-- Devices that the caller may see, with when they were last heard of and where they are, by id.
with asked (cities, pattern, device_key, silent, sees_all, staffed, after_id, at) as (
    values (?::text[], ?::text, ?::text, ?::boolean, ?::boolean, ?::text[], ?::bigint, ?::timestamptz)
), heard as (
    select d.*, h.observed_at, h.received_at,
        coalesce(h.observed_at < q.at
            - greatest(make_interval(secs => 3.0 * d.expected_interval_seconds), interval '26 hours'), true) as silent
    from asked q
    join device d on d.device_id > q.after_id
    left join lateral (
        select max(l.observed_at) as observed_at, max(l.received_at) as received_at
        from series s join latest l on l.series_id = s.series_id
        where s.device_id = d.device_id
    ) h on true
    where (q.sees_all or d.city_id = any (q.staffed))
        and (q.cities is null or d.city_id = any (q.cities))
        and (q.pattern is null or d.device_key ilike q.pattern)
        and (q.device_key is null or d.device_key = q.device_key)
)
select h.device_id, h.device_key, h.city_id, h.profile_id, h.expected_interval_seconds, h.observed_at, h.received_at,
    h.silent, i.asset_id
from asked q
cross join heard h
left join installation i on i.device_id = h.device_id
    and i.installed_from <= q.at and (i.installed_until is null or i.installed_until > q.at)
where q.silent is null or q.silent = h.silent
order by h.device_id
limit ?
