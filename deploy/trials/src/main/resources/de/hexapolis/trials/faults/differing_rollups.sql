-- Buckets of a city's rolled-up and unmarked days that are not what raw_rollup says now, in either direction. One
-- statement, so that it sees one snapshot: rollups, marks and raw of the same moment.
with rolled_day as (
    select l.series_id, local_day at time zone c.zone as start, (local_day + interval '1 day') at time zone c.zone as until
    from latest l
    join series s on s.series_id = l.series_id
    join city c on c.city_id = s.city_id
    cross join lateral generate_series(
        (l.rolled_until at time zone c.zone) - interval '8 days', (l.rolled_until at time zone c.zone) - interval '1 day',
        interval '1 day') local_day
    where s.city_id = ?
        and not exists (
            select from rollup_mark m where m.series_id = l.series_id and m.day = local_day at time zone c.zone)
), hour_expected as (
    select r.* from rolled_day d cross join lateral raw_rollup(array[d.series_id], d.start, d.until, interval '1 hour') r
), hour_found as (
    select r.series_id, r.bucket, r.count, r.sum, r.min, r.max, r.first_value, r.first_at, r.last_value, r.last_at,
        r.integral, r.digest
    from rolled_day d join rollup_hour r on r.series_id = d.series_id and r.bucket >= d.start and r.bucket < d.until
), day_expected as (
    select r.* from rolled_day d cross join lateral raw_rollup(array[d.series_id], d.start, d.until, d.until - d.start) r
), day_found as (
    select r.series_id, r.bucket, r.count, r.sum, r.min, r.max, r.first_value, r.first_at, r.last_value, r.last_at,
        r.integral, r.digest
    from rolled_day d join rollup_day r on r.series_id = d.series_id and r.bucket = d.start
)
select (select count(*) from (select * from hour_expected except select * from hour_found) missing)
    + (select count(*) from (select * from hour_found except select * from hour_expected) wrong)
    + (select count(*) from (select * from day_expected except select * from day_found) missing)
    + (select count(*) from (select * from day_found except select * from day_expected) wrong)
