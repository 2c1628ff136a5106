-- What percentiles are estimated from: the rollups' digests by line, bucket and asset, and readings where the rollups
-- do not hold them rightly.
-- :series, :assets, :lines    which series belongs to which asset and line, arrays of one length; to pool over readings,
--                             the caller says that all series of a line are one asset's
-- :edges                      where buckets begin, and where the last one ends, in microseconds since 1970: one array of
--                             numbers, sent once, costs less than reading dates for each of its uses
-- :source                     'day', 'hour' or 'raw'
-- :rolled_from, :rolled_until whole days or hours of the source; the rest is read from the observations
-- :read_from, :read_until     what is read: from the first edge to the last one
with calendar as materialized (
    select array(select timestamptz 'epoch' + e.micros * interval '1 microsecond' from unnest(:edges::bigint[]) e (micros))
        as edges
),
member as materialized (
    select m.series_id, m.asset, m.line, l.rolled_until
    from unnest(:series::integer[], :assets::bigint[], :lines::integer[])
            m (series_id, asset, line)
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
    select m.series_id, m.asset, m.line, t.starts, t.ends
    from member m, lateral (
        values (:read_from::timestamptz, :rolled_from::timestamptz),
            (greatest(m.rolled_until, :rolled_from::timestamptz), :rolled_until::timestamptz),
            (:rolled_until::timestamptz, :read_until::timestamptz)) t (starts, ends)
    where t.starts < t.ends
    union all
    select m.series_id, m.asset, m.line, greatest(k.day, :rolled_from::timestamptz),
        least(k.ends, :rolled_until::timestamptz)
    from member m join marked k on k.series_id = m.series_id
    where k.day < m.rolled_until and k.ends > :rolled_from::timestamptz
),
piece as (
    select m.series_id, m.asset, m.line, width_bucket(r.bucket, (select c.edges from calendar c)) as slot,
        r.count, r.sum, r.min, r.max, r.digest
    from member m join rollup_day r on r.series_id = m.series_id and r.bucket < m.rolled_until
    where :source = 'day' and r.bucket >= :rolled_from::timestamptz and r.bucket < :rolled_until::timestamptz
        and (r.series_id, r.bucket) not in (select u.series_id, u.bucket from untrusted u)
    union all
    select m.series_id, m.asset, m.line, width_bucket(r.bucket, (select c.edges from calendar c)) as slot,
        r.count, r.sum, r.min, r.max, r.digest
    from member m join rollup_hour r on r.series_id = m.series_id and r.bucket < m.rolled_until
    where :source = 'hour' and r.bucket >= :rolled_from::timestamptz and r.bucket < :rolled_until::timestamptz
        and (r.series_id, r.bucket) not in (select u.series_id, u.bucket from untrusted u)
    union all
    select s.series_id, s.asset, s.line, width_bucket(o.observed_at, (select c.edges from calendar c)),
        1, o.value, o.value, o.value, '{}'::integer[]
    from stretch s, lateral (
        -- "offset 0" keeps the planner from reading whole partitions: a stretch is a walk along the key
        select o.observed_at, o.value
        from observation o
        where o.series_id = s.series_id and o.observed_at >= s.starts and o.observed_at < s.ends
            and o.observed_at >= :read_from::timestamptz and o.observed_at < :read_until::timestamptz
            and o.quality = 0
        offset 0) o
)
select p.line, p.slot, p.asset, p.count, p.sum, p.min, p.max, p.digest
from piece p
order by p.line, p.slot, p.asset
