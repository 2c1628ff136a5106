-- How much of the caller's cities is in quarantine, by reason and device, the most frequent first.
with asked (cities, reasons, devices, source, replayed, from_time, to_time, sees_all, staffed) as (
    values (?::text[], ?::text[], ?::text[], ?::text, ?::boolean, ?::timestamptz, ?::timestamptz, ?::boolean, ?::text[])
)
select m.reason, m.city_id, m.device_key, count(*) as messages, sum(m.repeats) as repeats,
    min(m.received_at) as first_received_at, max(m.last_received_at) as last_received_at
from asked q
cross join quarantine m
where (q.sees_all or m.city_id = any (q.staffed))
    and (q.cities is null or m.city_id = any (q.cities))
    and (q.reasons is null or m.reason = any (q.reasons))
    and (q.devices is null or m.device_key = any (q.devices))
    and (q.source is null or m.source = q.source)
    and (m.replayed_at is not null) = q.replayed
    and (q.from_time is null or m.received_at >= q.from_time)
    and (q.to_time is null or m.received_at < q.to_time)
group by m.reason, m.city_id, m.device_key
order by messages desc, m.reason, m.city_id, m.device_key
limit 1000
