-- The one definition of what a bucket holds. Workers write it into rollup_hour and rollup_day, readers call it for
-- days that are not rolled up, so both give the same numbers.

-- The bin of a value in a digest: relative accuracy 1 % (DDSketch, Masson, Rim and Lee 2019, gamma = 1.01/0.99).
-- Zero and what is nearer to it than 1e-6 is bin 0; negative values mirror the positive ones.
create or replace function digest_bin(value double precision) returns integer
    language sql immutable parallel safe
return case
    when abs(value) < 1e-6 then 0
    else sign(value)::integer * (ceil(ln(abs(value)) / ln(1.01 / 0.99))::integer + 1000)
end;

-- What each bucket of the given series holds between two instants, from raw. Buckets start where date_bin of the
-- origin says: width 1 hour with any whole hour as origin; for days of 23 or 25 hours call it day by day.
-- digest: pairs (bin, count), empty for up to three readings, because minimum, maximum and sum tell these.
create or replace function raw_rollup(p_series integer[], p_from timestamptz, p_until timestamptz, p_width interval)
    returns table (
        series_id integer, bucket timestamptz, count integer, sum double precision, min double precision,
        max double precision, first_value double precision, first_at timestamptz, last_value double precision,
        last_at timestamptz, integral double precision, digest integer[])
    language sql stable parallel safe
begin atomic
    with reading as (
        select o.series_id, o.observed_at, o.value, date_bin(p_width, o.observed_at, p_from) as bucket
        from observation o
        where o.series_id = any (p_series) and o.observed_at >= p_from and o.observed_at < p_until and o.quality = 0
    ), stepped as (
        select r.*,
            lag(r.value) over w as previous_value,
            lag(r.observed_at) over w as previous_at,
            lead(r.observed_at) over w as next_at
        from reading r
        window w as (partition by r.series_id, r.bucket order by r.observed_at)
    ), summed as (
        select s.series_id, s.bucket, count(*)::integer as count, sum(s.value) as sum, min(s.value) as min,
            max(s.value) as max,
            min(s.value) filter (where s.previous_at is null) as first_value, min(s.observed_at) as first_at,
            min(s.value) filter (where s.next_at is null) as last_value, max(s.observed_at) as last_at,
            coalesce(sum((s.value + s.previous_value) / 2
                * date_part('epoch', s.observed_at - s.previous_at)), 0) as integral,
            array_agg(digest_bin(s.value)) as bins
        from stepped s
        group by s.series_id, s.bucket
    )
    select s.series_id, s.bucket, s.count, s.sum, s.min, s.max, s.first_value, s.first_at, s.last_value, s.last_at,
        s.integral,
        case when s.count <= 3 then '{}'::integer[] else (
            select array_agg(v.item order by b.bin, v.position)
            from (select bin, count(*)::integer as readings from unnest(s.bins) bin group by bin) b,
                lateral (values (1, b.bin), (2, b.readings)) v (position, item)) end as digest
    from summed s;
end;
