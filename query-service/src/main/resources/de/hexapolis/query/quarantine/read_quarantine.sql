-- Quarantined messages of the caller's cities, the newest first.
with asked (cities, reasons, devices, source, replayed, from_time, to_time, sees_all, staffed, before_id) as (
    values (?::text[], ?::text[], ?::text[], ?::text, ?::boolean, ?::timestamptz, ?::timestamptz, ?::boolean,
        ?::text[], ?::bigint)
)
select m.*
from asked q
join quarantine m on m.quarantine_id < q.before_id
where (q.sees_all or m.city_id = any (q.staffed))
    and (q.cities is null or m.city_id = any (q.cities))
    and (q.reasons is null or m.reason = any (q.reasons))
    and (q.devices is null or m.device_key = any (q.devices))
    and (q.source is null or m.source = q.source)
    and (m.replayed_at is not null) = q.replayed
    and (q.from_time is null or m.received_at >= q.from_time)
    and (q.to_time is null or m.received_at < q.to_time)
order by m.quarantine_id desc
limit ?
