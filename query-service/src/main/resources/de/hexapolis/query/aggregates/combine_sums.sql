-- Count, sum, minimum, maximum and average of each bucket of each line of an answer. Exact at any moment: what the
-- rollups do not hold, or no longer rightly, is read from the observations in the same statement.
-- :series, :assets, :lines    which series belongs to which asset and line, arrays of one length; to pool over readings,
--                             the caller says that all series of a line are one asset's
-- :alone                      true where a rollup is all that an asset has in its bucket, which spares half the work
-- :edges                      where buckets begin, and where the last one ends, in microseconds since 1970: one array of
--                             numbers, sent once, costs less than reading dates for each of its uses
-- :source                     'day', 'hour' or 'raw'
-- :rolled_from, :rolled_until whole days or hours of the source; the rest is read from the observations
-- :read_from, :read_until     what is read: from the first edge to the last one
-- :total, :least, :greatest, :mean  which of sum, minimum, maximum and average are wanted; else they cost nothing
with calendar as materialized (
    select array(select timestamptz 'epoch' + e.micros * interval '1 microsecond' from unnest(:edges::bigint[]) e (micros))
        as edges
),
member as materialized (
    select m.series_id, m.asset, m.line, m.alone, l.rolled_until
    from unnest(:series::integer[], :assets::bigint[], :lines::integer[], :alone::boolean[])
            m (series_id, asset, line, alone)
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
-- assets as their single rollups say, put together at once; where a rollup fills its bucket. "offset 0" makes it a
-- table whose ids the planner knows from "latest" to be unique: it must hash the few series, not the many rollups.
alone as not materialized (
    select l.series_id, m.line, l.rolled_until
    from unnest(:series::integer[], :lines::integer[], :alone::boolean[]) m (series_id, line, alone)
        join latest l on l.series_id = m.series_id
    where m.alone
    offset 0
),
of_lines as (
    select m.line, r.bucket, sum(r.count) as count, sum(case when :total then r.sum end) as sum,
        min(case when :least then r.min end) as min, max(case when :greatest then r.max end) as max,
        sum(case when :mean then r.sum / r.count end) as means, count(*) as assets
    from alone m join rollup_day r on r.series_id = m.series_id and r.bucket < m.rolled_until
    where :source = 'day' and r.bucket >= :rolled_from::timestamptz and r.bucket < :rolled_until::timestamptz
        and (r.series_id, r.bucket) not in (select u.series_id, u.bucket from untrusted u)
    group by m.line, r.bucket
    union all
    select m.line, r.bucket, sum(r.count) as count, sum(case when :total then r.sum end) as sum,
        min(case when :least then r.min end) as min, max(case when :greatest then r.max end) as max,
        sum(case when :mean then r.sum / r.count end) as means, count(*) as assets
    from alone m join rollup_hour r on r.series_id = m.series_id and r.bucket < m.rolled_until
    where :source = 'hour' and r.bucket >= :rolled_from::timestamptz and r.bucket < :rolled_until::timestamptz
        and (r.series_id, r.bucket) not in (select u.series_id, u.bucket from untrusted u)
    group by m.line, r.bucket
),
-- assets that take several rollups, or readings
of_asset as (
    select p.line, p.slot, sum(p.count) as count, sum(p.sum) as sum, min(p.min) as min, max(p.max) as max
    from (
        select m.line, m.asset, width_bucket(r.bucket, (select c.edges from calendar c)) as slot, r.count, r.sum, r.min, r.max
        from member m join rollup_day r on r.series_id = m.series_id and r.bucket < m.rolled_until
        where :source = 'day' and r.bucket >= :rolled_from::timestamptz and r.bucket < :rolled_until::timestamptz
            and (r.series_id, r.bucket) not in (select u.series_id, u.bucket from untrusted u) and not m.alone
        union all
        select m.line, m.asset, width_bucket(r.bucket, (select c.edges from calendar c)) as slot, r.count, r.sum, r.min, r.max
        from member m join rollup_hour r on r.series_id = m.series_id and r.bucket < m.rolled_until
        where :source = 'hour' and r.bucket >= :rolled_from::timestamptz and r.bucket < :rolled_until::timestamptz
            and (r.series_id, r.bucket) not in (select u.series_id, u.bucket from untrusted u) and not m.alone
        union all
        -- a reading is the rollup of itself
        select s.line, s.asset, width_bucket(o.observed_at, (select c.edges from calendar c)), 1, o.value, o.value, o.value
        from stretch s, lateral (
            -- "offset 0" keeps the planner from reading whole partitions: a stretch is a walk along the key
            select o.observed_at, o.value
            from observation o
            where o.series_id = s.series_id and o.observed_at >= s.starts and o.observed_at < s.ends
                and o.observed_at >= :read_from::timestamptz and o.observed_at < :read_until::timestamptz
                and o.quality = 0
            offset 0) o
    ) p
    group by p.line, p.asset, p.slot
)
select o.line, o.slot, sum(o.count)::bigint as count, sum(o.sum) as sum, min(o.min) as min, max(o.max) as max,
    sum(o.means) / sum(o.assets) as avg
from (
    select l.line, width_bucket(l.bucket, (select c.edges from calendar c)) as slot, l.count, l.sum, l.min, l.max, l.means,
        l.assets
    from of_lines l
    union all
    select a.line, a.slot, a.count, a.sum, a.min, a.max, a.sum / a.count, 1
    from of_asset a
) o
group by o.line, o.slot
