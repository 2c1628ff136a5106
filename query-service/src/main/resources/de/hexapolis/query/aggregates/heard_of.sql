-- Which of some series have a reading of good quality between :from and :until. Where the readings are deleted, the
-- rollups by day say so.
select l.series_id
from unnest(:series::integer[]) m (series_id)
    join latest l on l.series_id = m.series_id
where l.observed_at >= :from::timestamptz
    and (
        -- "offset 0" keeps the planner from reading whole partitions: each is a walk along the key
        exists (
            select from observation o
            where o.series_id = l.series_id and o.observed_at >= :from::timestamptz
                and o.observed_at < :until::timestamptz and o.quality = 0
            offset 0
        )
        or exists (
            select from rollup_day r
            where r.series_id = l.series_id and r.bucket > :from::timestamptz - interval '25 hours'
                and r.bucket < :until::timestamptz and r.last_at >= :from::timestamptz
                and r.first_at < :until::timestamptz
            offset 0
        )
    )
