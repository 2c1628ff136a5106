-- Five bins, seven series: one bin with a swapped device, one with two channels.
do $$
begin
    if exists (select from pg_class where relname = 'observation' and relkind = 'p') then
        create table observation_of_tests partition of observation default;
    end if;
end
$$;
insert into city (city_id, name, zone) values ('fulda', 'Fulda', 'Europe/Berlin');
-- where asset 5 may be taken to
insert into city (city_id, name, zone) values ('newport', 'Newport', 'Europe/London');
insert into district (city_id, district_id, name) values ('fulda', 'north', 'North'), ('fulda', 'south', 'South');
insert into asset_kind (kind, name_de, name_en) values ('bin', 'Behälter', 'Bin');
insert into asset (asset_id, city_id, reference, kind, name, longitude, latitude, district_id, changed_at)
overriding system value
select i, 'fulda', 'B-' || i, 'bin', 'Bin ' || i, 9.6, 50.5,
    (array['north', 'north', 'south', 'south', null])[i], '2026-01-01Z'
from generate_series(1, 5) i;
insert into device (device_id, device_key, city_id, expected_interval_seconds, changed_at)
overriding system value
select i, 'device-' || i, 'fulda', (array[600, 1800, 3600, 1800, 1560, 7200, 21600])[i], '2026-01-01Z'
from generate_series(1, 7) i;
-- the device of series 1 gave way to that of series 2 in spring; the others were there always
insert into installation (device_id, asset_id, installed_from, installed_until)
select i, (array[1, 1, 2, 2, 3, 4, 5])[i],
    case when i = 2 then timestamptz '2026-03-29 10:30Z' else '2025-01-01Z' end,
    case when i = 1 then timestamptz '2026-03-29 10:30Z' end
from generate_series(1, 7) i;
insert into series (series_id, asset_id, device_id, city_id, quantity, channel)
overriding system value
select i, (array[1, 1, 2, 2, 3, 4, 5])[i], i, 'fulda', 'fill_level', case when i in (3, 4) then 'depth-' || i else '' end
from generate_series(1, 7) i;
