-- The newest readings that tell how some assets are: of their kind's main quantity, and of the one that tells frost.
-- What is wanted of each kind is known first, so that no other series of the assets is looked at.
with wanted as materialized (
    select k.kind, q.quantity, q.is_main, k.settings -> 'standing_years' is not null as has_years
    from asset_kind k, lateral (
        values (k.main_quantity, true), (k.settings #>> '{frozen,quantity}', false)) q (quantity, is_main)
    where q.quantity is not null
)
select s.asset_id, a.kind, case when w.has_years then a.properties ->> 'planting_year' end as planting_year,
    w.is_main, s.series_id, s.quantity, s.channel, l.value, l.quality, l.observed_at, d.expected_interval_seconds
from asset a
    join wanted w on w.kind = a.kind
    join series s on s.asset_id = a.asset_id and s.quantity = w.quantity
    join latest l on l.series_id = s.series_id
    join device d on d.device_id = s.device_id
where a.asset_id = any (?)
