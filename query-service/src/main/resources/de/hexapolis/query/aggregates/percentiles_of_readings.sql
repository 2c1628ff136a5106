-- The percentiles of each bucket of each line of an answer, exactly, from the observations: of each asset, then the mean
-- over assets.
-- :series, :assets, :lines    which series belongs to which asset and line, arrays of one length; to pool over readings,
--                             the caller says that all series of a line are one asset's
-- :edges                      where buckets begin, and where the last one ends, in microseconds since 1970: one array of
--                             numbers, sent once, costs less than reading dates for each of its uses
-- :read_from, :read_until     the first edge and the last one
with calendar as materialized (
    select array(select timestamptz 'epoch' + e.micros * interval '1 microsecond' from unnest(:edges::bigint[]) e (micros))
        as edges
)
select a.line, a.slot, avg(a.percentiles[1]) as p05, avg(a.percentiles[2]) as median, avg(a.percentiles[3]) as p95
from (
    select m.line, m.asset, width_bucket(o.observed_at, (select c.edges from calendar c)) as slot,
        percentile_cont(array[0.05, 0.5, 0.95]) within group (order by o.value) as percentiles
    from unnest(:series::integer[], :assets::bigint[], :lines::integer[]) m (series_id, asset, line), lateral (
        select o.observed_at, o.value
        from observation o
        where o.series_id = m.series_id and o.observed_at >= :read_from::timestamptz
            and o.observed_at < :read_until::timestamptz and o.quality = 0
        offset 0) o
    group by m.line, m.asset, slot
) a
group by a.line, a.slot
