-- Single readings of a city before raw_from may be deleted; null: none is. Whoever accepts, computes or answers from
-- single readings does so from it on, because the time for which a city keeps them may have been raised since.
alter table city add column raw_from timestamptz;

-- Where something was deleted before there was the column: a series' rollups begin before its readings do. Readings went
-- by time and from all series of the city, so not up to later than the first one that is left in any of them.
update city c set raw_from = (
    select coalesce(min(reading.observed_at), max(l.rolled_until))
    from series s
    join latest l on l.series_id = s.series_id
    left join lateral (
        select o.observed_at from observation o where o.series_id = s.series_id order by o.observed_at limit 1) reading
        on true
    where s.city_id = c.city_id
)
where exists (
    select from series s
    join latest l on l.series_id = s.series_id
    cross join lateral (
        select r.first_at from rollup_day r where r.series_id = s.series_id order by r.bucket limit 1) rolled_up
    left join lateral (
        select o.observed_at from observation o where o.series_id = s.series_id order by o.observed_at limit 1) reading
        on true
    where s.city_id = c.city_id and rolled_up.first_at < coalesce(reading.observed_at, l.rolled_until)
);
