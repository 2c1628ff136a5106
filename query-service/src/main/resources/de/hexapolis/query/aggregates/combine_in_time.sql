-- All but percentiles of each bucket of each line of an answer. Exact at any moment: what the rollups do not hold, or
-- no longer rightly, is read from the observations in the same statement.
-- :series, :assets, :lines    which series belongs to which asset and line, arrays of one length; to pool over readings,
--                             the caller says that all series of a line are one asset's
-- :channels                   of each series the number of its channel: first and last are those of a channel, because
--                             the difference between two depths is no change
-- :edges                      where buckets begin, and where the last one ends, in microseconds since 1970: one array of
--                             numbers, sent once, costs less than reading dates for each of its uses
-- :source                     'day', 'hour' or 'raw'
-- :rolled_from, :rolled_until whole days or hours of the source; the rest is read from the observations
-- :read_from, :read_until     what is read: from the first edge to the last one, or further for neighbours
-- :now                        what is later is not expected yet
-- :first_and_last, :time_weighted, :coverage  whether these are wanted; else they are null and cost little
with calendar as materialized (
    select array(select timestamptz 'epoch' + e.micros * interval '1 microsecond' from unnest(:edges::bigint[]) e (micros))
        as edges
),
member as materialized (
    select m.series_id, m.asset, m.line, m.channel, l.rolled_until, l.observed_at as heard_at
    from unnest(:series::integer[], :assets::bigint[], :lines::integer[], :channels::integer[])
            m (series_id, asset, line, channel)
        join latest l on l.series_id = m.series_id
),
-- days that the rollups do not hold rightly
marked as materialized (
    select k.series_id, k.day, ((k.day at time zone c.zone)::date + 1)::timestamp at time zone c.zone as ends
    from rollup_mark k
        join series s on s.series_id = k.series_id
        join city c on c.city_id = s.city_id
    where k.series_id = any (:series::integer[]) and k.day < :rolled_until::timestamptz
        and k.day > :rolled_from::timestamptz - interval '25 hours'
),
-- the same as what is not taken of the source
untrusted as materialized (
    select k.series_id, k.day as bucket from marked k where :source = 'day'
    union all
    select k.series_id, h.bucket
    from marked k, generate_series(k.day, k.ends - interval '1 hour', interval '1 hour') h (bucket)
    where :source = 'hour'
),
-- the stretches of time that are read from the observations: what is no whole rollup, what is not rolled up yet, and
-- marked days
stretch as materialized (
    select m.series_id, m.asset, m.line, m.channel, t.starts, t.ends
    from member m, lateral (
        values (:read_from::timestamptz, :rolled_from::timestamptz),
            (greatest(m.rolled_until, :rolled_from::timestamptz), :rolled_until::timestamptz),
            (:rolled_until::timestamptz, :read_until::timestamptz)) t (starts, ends)
    where t.starts < t.ends
    union all
    select m.series_id, m.asset, m.line, m.channel, greatest(k.day, :rolled_from::timestamptz),
        least(k.ends, :rolled_until::timestamptz)
    from member m join marked k on k.series_id = m.series_id
    where k.day < m.rolled_until and k.ends > :rolled_from::timestamptz
),
-- rollups and single readings alike: a reading is the rollup of itself
piece as (
    select m.series_id, m.asset, m.line, m.channel, width_bucket(r.bucket, (select c.edges from calendar c)) as slot,
        r.count, r.sum, r.min, r.max, r.first_at, r.first_value, r.last_at, r.last_value, r.integral
    from member m join rollup_day r on r.series_id = m.series_id and r.bucket < m.rolled_until
    where :source = 'day' and r.bucket >= :rolled_from::timestamptz and r.bucket < :rolled_until::timestamptz
        and (r.series_id, r.bucket) not in (select u.series_id, u.bucket from untrusted u)
    union all
    select m.series_id, m.asset, m.line, m.channel, width_bucket(r.bucket, (select c.edges from calendar c)) as slot,
        r.count, r.sum, r.min, r.max, r.first_at, r.first_value, r.last_at, r.last_value, r.integral
    from member m join rollup_hour r on r.series_id = m.series_id and r.bucket < m.rolled_until
    where :source = 'hour' and r.bucket >= :rolled_from::timestamptz and r.bucket < :rolled_until::timestamptz
        and (r.series_id, r.bucket) not in (select u.series_id, u.bucket from untrusted u)
    union all
    select s.series_id, s.asset, s.line, s.channel, width_bucket(o.observed_at, (select c.edges from calendar c)),
        1, o.value, o.value, o.value, o.observed_at, o.value, o.observed_at, o.value, 0
    from stretch s, lateral (
        -- "offset 0" keeps the planner from reading whole partitions: a stretch is a walk along the key
        select o.observed_at, o.value
        from observation o
        where o.series_id = s.series_id and o.observed_at >= s.starts and o.observed_at < s.ends
            and o.observed_at >= :read_from::timestamptz and o.observed_at < :read_until::timestamptz
            and o.quality = 0
        offset 0) o
),
-- each piece with its neighbours in the same series
neighboured as (
    select p.*,
        case when :time_weighted then lag(p.last_at) over w end as before_at,
        case when :time_weighted then lag(p.last_value) over w end as before_value,
        case when :time_weighted then lead(p.first_at) over w end as after_at,
        case when :time_weighted then lead(p.first_value) over w end as after_value
    from piece p
    window w as (partition by p.series_id order by p.first_at)
),
-- the straight lines to the neighbours as far as they lie in the bucket: how long they are, out of how long.
-- Readings more than 25 hours apart are not joined.
joined as (
    select n.*,
        case when n.first_at - n.before_at <= interval '25 hours' then
            date_part('epoch', n.first_at - greatest(n.before_at, (select c.edges from calendar c)[n.slot])) end as before,
        date_part('epoch', n.first_at - n.before_at) as before_whole,
        case when n.after_at - n.last_at <= interval '25 hours' and n.after_at >= (select c.edges from calendar c)[n.slot + 1] then
            date_part('epoch', (select c.edges from calendar c)[n.slot + 1] - n.last_at) end as after,
        date_part('epoch', n.after_at - n.last_at) as after_whole
    from neighboured n
    where n.slot between 1 and cardinality((select c.edges from calendar c)) - 1
),
expected as (
    select m.asset, m.line, m.channel, b.slot,
        date_part('epoch', least(u.until, b.ends) - greatest(i.installed_from, b.starts))
            / d.expected_interval_seconds as readings
    from member m
        join series s on s.series_id = m.series_id
        join asset a on a.asset_id = s.asset_id
        join device d on d.device_id = s.device_id
        join installation i on i.device_id = s.device_id and i.asset_id = s.asset_id
        -- to retire an asset does not end its installations; its last reading does
        join lateral (
            select least(i.installed_until, :now::timestamptz, case when a.retired then m.heard_at end)
        ) u (until) on u.until > i.installed_from
        join (
            select e.slot, e.starts, lead(e.starts) over (order by e.slot) as ends
            from unnest((select c.edges from calendar c)) with ordinality e (starts, slot)
        ) b on b.ends > i.installed_from and b.starts < u.until
    where :coverage
),
of_channel as (
    select a.line, a.asset, a.channel, a.slot, sum(a.count) as count, sum(a.sum) as sum, min(a.min) as min, max(a.max) as max,
        case when :first_and_last then (array_agg(a.first_value order by a.first_at, a.series_id) filter (where a.count > 0))[1] end as first,
        case when :first_and_last then (array_agg(a.last_value order by a.last_at desc, a.series_id desc) filter (where a.count > 0))[1] end as last,
        case when :time_weighted then sum(a.area) end as area,
        case when :time_weighted then sum(a.seconds) end as seconds,
        sum(a.expected) as expected
    from (
        select j.line, j.asset, j.channel, j.slot, j.series_id, j.count, j.sum, j.min, j.max,
            j.first_at, j.first_value, j.last_at, j.last_value,
            j.integral
                + coalesce(j.before * (j.first_value + (j.before_value - j.first_value) * j.before / j.before_whole / 2), 0)
                + coalesce(j.after * (j.last_value + (j.after_value - j.last_value) * j.after / j.after_whole / 2), 0) as area,
            date_part('epoch', j.last_at - j.first_at) + coalesce(j.before, 0) + coalesce(j.after, 0) as seconds,
            null::double precision as expected
        from joined j
        union all
        select e.line, e.asset, e.channel, e.slot, null, 0, null, null, null, null, null, null, null, null, null, e.readings
        from expected e
    ) a
    group by a.line, a.asset, a.channel, a.slot
),
of_asset as (
    select h.line, h.asset, h.slot, sum(h.count) as count, sum(h.sum) as sum, min(h.min) as min, max(h.max) as max,
        avg(h.first) as first, avg(h.last) as last, avg(h.last - h.first) as delta, sum(h.area) as area,
        sum(h.seconds) as seconds, sum(h.expected) as expected
    from of_channel h
    group by h.line, h.asset, h.slot
)
select o.line, o.slot, sum(o.count)::bigint as count, sum(o.sum) as sum, min(o.min) as min, max(o.max) as max,
    avg(o.sum / nullif(o.count, 0)) as avg, avg(o.first) as first, avg(o.last) as last, avg(o.delta) as delta,
    avg(case when o.seconds > 0 then o.area / o.seconds else o.sum / nullif(o.count, 0) end) as twa,
    avg(case when o.expected > 0 then least(1, o.count / o.expected) end) as coverage
from of_asset o
group by o.line, o.slot
