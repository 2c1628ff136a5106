-- Small cities at 2026-07-01 12:00 UTC: Fulda is open, Marburg is not, nor is Newport, where the clocks differ.
do $$
begin
    if exists (select from pg_class where relname = 'observation' and relkind = 'p') then
        create table if not exists observation_of_tests partition of observation default;
    end if;
end
$$;

insert into city (city_id, name, zone, open, area) values
    ('fulda', 'Fulda', 'Europe/Berlin', true, '{"type":"Polygon","coordinates":[[[9.6,50.5],[9.8,50.5],[9.8,50.6],[9.6,50.6],[9.6,50.5]]]}'),
    ('marburg', 'Marburg', 'Europe/Berlin', false, null),
    ('newport', 'Newport', 'Europe/London', false, null);

insert into district (city_id, district_id, name, polygon) values
    ('fulda', 'nordend', 'Nordend', '{"type":"Polygon","coordinates":[[[9.6,50.55],[9.8,50.55],[9.8,50.6],[9.6,50.55]]]}'),
    ('fulda', 'suedend', 'Südend', null);

insert into asset_kind (kind, name_de, name_en, main_quantity, settings) values
    ('bin', 'Abfallbehälter', 'Waste bin', 'fill_level',
        '{"status":[{"word":"empty","from":0},{"word":"ok","from":20},{"word":"soon","from":70},{"word":"full","from":85}]}'),
    ('tree', 'Baum', 'Tree', 'soil_water_tension',
        '{"status":[{"word":"good","from":0},{"word":"moderate","from":33},{"word":"critical","from":81}],
          "standing_years":[{"year":1,"depths":[{"channel":"30cm","moderate_from":25,"critical_from":32}]}],
          "wetting":{"word":"watered","channel":"30cm","fall_percent":30,"fall":10,"within":"PT24H"},
          "frozen":{"quantity":"soil_temperature","below":0.5}}'),
    ('bench', 'Bank', 'Bench', null, '{}');

insert into asset (asset_id, city_id, reference, kind, name, longitude, latitude, district_id, tags, properties, open, retired, changed_at)
overriding system value values
    (1, 'fulda', 'AB-1', 'bin', 'Universitätsplatz', 9.675, 50.552, 'nordend', '{centre,glass}', '{"capacity_l":240}', true, false, '2026-01-01Z'),
    (2, 'fulda', 'AB-2', 'bin', '100 % Recycling', 9.680, 50.540, 'suedend', '{centre}', '{}', true, false, '2026-01-01Z'),
    (3, 'fulda', 'AB-3', 'bin', 'Bauhof', 9.700, 50.530, null, '{}', '{}', false, false, '2026-01-01Z'),
    (4, 'fulda', 'B-1', 'tree', 'Linde am Dom', 9.670, 50.555, 'nordend', '{}', '{"planted":2024}', true, false, '2026-01-01Z'),
    (5, 'fulda', 'B-2', 'tree', 'Stumme Eiche', 9.671, 50.556, 'nordend', '{}', '{}', true, false, '2026-01-01Z'),
    (6, 'fulda', 'AB-0', 'bin', 'Abgebaut', 9.672, 50.557, null, '{}', '{}', true, true, '2026-01-01Z'),
    (7, 'marburg', 'M-1', 'bin', 'Marktplatz', 8.770, 50.810, null, '{}', '{}', true, false, '2026-01-01Z'),
    (8, 'fulda', 'BK-1', 'bench', 'Bank am Schloss', 9.674, 50.553, 'nordend', '{}', '{}', true, false, '2026-01-01Z'),
    (9, 'fulda', 'AB-9', 'bin', 'Gestört', 9.690, 50.545, 'suedend', '{}', '{}', true, false, '2026-01-01Z'),
    (70, 'newport', 'N-1', 'tree', 'Watered Oak', -3.000, 51.580, null, '{}', '{}', true, false, '2026-01-01Z'),
    (71, 'newport', 'N-2', 'tree', 'Young Oak', -3.001, 51.581, null, '{}', '{"planting_year":2025}', true, false, '2026-01-01Z'),
    (72, 'newport', 'N-3', 'tree', 'Frozen Oak', -3.002, 51.582, null, '{}', '{}', true, false, '2026-01-01Z');
select setval(pg_get_serial_sequence('asset', 'asset_id'), 100);

insert into profile (profile_id, version, document) values ('dragino/ldds75', '1', 'id: dragino/ldds75');

insert into device (device_id, device_key, city_id, profile_id, expected_interval_seconds, changed_at)
overriding system value values
    (1, 'bin-1', 'fulda', 'dragino/ldds75', 3600, '2026-01-01Z'),
    (2, 'bin-2', 'fulda', null, 3600, '2026-01-01Z'),
    (3, 'bin-3', 'fulda', null, 3600, '2026-01-01Z'),
    (4, 'tree-1', 'fulda', null, 21600, '2026-01-01Z'),
    (5, 'tree-2', 'fulda', null, 3600, '2026-01-01Z'),
    (7, 'm-1', 'marburg', null, 3600, '2026-01-01Z'),
    (9, 'bin-9', 'fulda', null, 3600, '2026-01-01Z'),
    (70, 'n-1', 'newport', null, 3600, '2026-01-01Z');

insert into installation (installation_id, device_id, asset_id, installed_from, installed_until)
overriding system value values
    (1, 1, 1, '2026-03-01Z', null), (2, 2, 2, '2026-03-01Z', null), (3, 3, 3, '2026-03-01Z', null),
    (4, 4, 4, '2026-03-01Z', null), (5, 5, 5, '2026-03-01Z', null), (7, 7, 7, '2026-03-01Z', null),
    (9, 9, 9, '2026-03-01Z', null), (10, 9, 1, '2026-01-01Z', '2026-03-01Z');

insert into calibration values (1, '2026-03-01Z', 1200, 200);

insert into series (series_id, asset_id, device_id, city_id, quantity, channel, derived)
overriding system value values
    (11, 1, 1, 'fulda', 'fill_level', '', true),
    (12, 1, 1, 'fulda', 'distance', '', false),
    (13, 1, 1, 'fulda', 'battery_voltage', '', false),
    (14, 1, 9, 'fulda', 'fill_level', '', false),
    (21, 2, 2, 'fulda', 'fill_level', '', false),
    (31, 3, 3, 'fulda', 'fill_level', '', false),
    (41, 4, 4, 'fulda', 'soil_water_tension', '30cm', false),
    (42, 4, 4, 'fulda', 'soil_water_tension', '60cm', false),
    (51, 5, 5, 'fulda', 'soil_water_tension', '30cm', false),
    (71, 7, 7, 'marburg', 'fill_level', '', false),
    (91, 9, 9, 'fulda', 'fill_level', '', false),
    (701, 70, 70, 'newport', 'soil_water_tension', '30cm', false),
    (702, 70, 70, 'newport', 'soil_water_tension', '60cm', false),
    (711, 71, 70, 'newport', 'soil_water_tension', '30cm', false),
    (721, 72, 70, 'newport', 'soil_water_tension', '30cm', false),
    (722, 72, 70, 'newport', 'soil_temperature', '', false);

insert into latest (series_id, quality, observed_at, value, received_at, rolled_until) values
    (11, 0, '2026-07-01T11:50Z', 88, '2026-07-01T11:50:01Z', '2026-06-30T22:00Z'),
    (12, 0, '2026-07-01T11:50Z', 320, '2026-07-01T11:50:01Z', '2026-06-30T22:00Z'),
    (13, 0, '2026-07-01T11:50Z', 3.6, '2026-07-01T11:50:01Z', '2026-06-30T22:00Z'),
    (14, 0, '2026-02-20T11:50Z', 99, '2026-02-20T11:50:01Z', '2026-06-30T22:00Z'),
    (21, 0, '2026-07-01T11:40Z', 5, '2026-07-01T11:40:01Z', '2026-06-30T22:00Z'),
    (31, 0, '2026-07-01T11:40Z', 75, '2026-07-01T11:40:01Z', '2026-06-30T22:00Z'),
    (41, 0, '2026-07-01T06:00Z', 90, '2026-07-01T06:00:01Z', '2026-06-30T22:00Z'),
    (42, 0, '2026-07-01T06:00Z', 20, '2026-07-01T06:00:01Z', '2026-06-30T22:00Z'),
    (51, 0, '2026-06-30T09:00Z', 50, '2026-06-30T09:00:01Z', '2026-06-30T22:00Z'),
    (71, 0, '2026-07-01T11:40Z', 60, '2026-07-01T11:40:01Z', '2026-06-30T22:00Z'),
    (91, 2, '2026-07-01T11:40Z', 140, '2026-07-01T11:40:01Z', '2026-06-30T22:00Z'),
    (701, 0, '2026-07-01T11:00Z', 12, '2026-07-01T11:00:01Z', '2026-06-30T23:00Z'),
    (702, 0, '2026-07-01T11:00Z', 200, '2026-07-01T11:00:01Z', '2026-06-30T23:00Z'),
    (711, 0, '2026-07-01T11:00Z', 32, '2026-07-01T11:00:01Z', '2026-06-30T23:00Z'),
    (721, 0, '2026-07-01T11:00Z', 200, '2026-07-01T11:00:01Z', '2026-06-30T23:00Z'),
    (722, 0, '2026-07-01T11:00Z', 0.4, '2026-07-01T11:00:01Z', '2026-06-30T23:00Z');

insert into observation (series_id, quality, observed_at, value)
select 11, case when n % 50 = 0 then 1 else 0 end, timestamptz '2026-07-01T11:50Z' - n * interval '1 hour', (1000 - n) % 100
from generate_series(0, 299) n;

-- the oak that was dry yesterday noon, and is not now
insert into observation (series_id, quality, observed_at, value) values
    (701, 0, '2026-06-30T11:00Z', 90), (701, 0, '2026-06-30T12:30Z', 40), (701, 0, '2026-07-01T11:00Z', 12),
    (702, 0, '2026-07-01T11:00Z', 200), (711, 0, '2026-07-01T11:00Z', 32);
insert into rollup_mark (series_id, day, generation) values (701, '2026-06-29T23:00Z', 1);

insert into quarantine (fingerprint, source, topic, payload, reason, detail, device_key, city_id, received_at, last_received_at, repeats)
values
    ('\x01', 'own', 'v1/fulda/bin-77/telemetry', '{"observed_at":"2026-07-01T10:00:00Z"}', 'unknown_device', 'no device ''bin-77''', 'bin-77', 'fulda', '2026-07-01T10:00Z', '2026-07-01T10:30Z', 2),
    ('\x02', 'own', 'v1/fulda/bin-1/telemetry', '\x00ff7b', 'malformed', 'not JSON', 'bin-1', 'fulda', '2026-07-01T10:05Z', '2026-07-01T10:05Z', 0),
    ('\x03', 'own', 'v1/marburg/m-9/telemetry', '{}', 'unknown_device', 'no device ''m-9''', 'm-9', 'marburg', '2026-07-01T10:10Z', '2026-07-01T10:10Z', 0),
    ('\x04', 'things-stack', 'v3/app/devices/x/up', '{}', 'unknown_device', 'no device', 'eui-1', null, '2026-07-01T10:20Z', '2026-07-01T10:20Z', 0);
insert into quarantine (fingerprint, source, topic, payload, reason, detail, device_key, city_id, received_at, last_received_at, replayed_at)
values ('\x05', 'own', 'v1/fulda/bin-1/telemetry', '{}', 'unknown_device', 'no device', 'bin-1', 'fulda', '2026-02-01T10:00Z', '2026-02-01T10:00Z', '2026-03-02T10:00Z');

-- What crews of Fulda and Marburg have to do: two bins in one order, a tree in another, one order that is over, and a
-- silent gateway that is nobody's order.
insert into rule_edition (edition, rule_id, blueprint, document, first_at) values
    ('9f2c41d07ab3e655', 'bin-full', 'base 1.0.0',
        '{"id":"bin-full","title":{"de":"Behälter voll","en":"Bin full"},"work":"empty","bundle":"nearby-bins"}', '2026-01-01Z'),
    ('0a1b2c3d4e5f6071', 'tree-dry', 'base 1.0.0',
        '{"id":"tree-dry","title":{"de":"Baum trocken","en":"Tree dry"},"work":"water"}', '2026-01-01Z'),
    ('77aa77aa77aa77aa', 'gateway-silent', 'base 1.0.0',
        '{"id":"gateway-silent","title":{"de":"Gateway verstummt","en":"Gateway is silent"}}', '2026-01-01Z');
insert into crew (city_id, crew_id, name_de, name_en, document, changed_at) values
    ('fulda', 'fulda-nord', 'Kolonne Nord', 'Crew North',
        '{"districts":["nordend"],"work":["empty"],"shifts":[{"weekdays":["mon"],"from":"06:00","until":"14:30"}]}', '2026-01-01Z'),
    ('fulda', 'fulda-gruen', 'Grünpflege', 'Parks', '{"work":["water"]}', '2026-01-01Z'),
    ('fulda', 'staff', 'Verwaltung', 'Staff', '{}', '2026-01-01Z'),
    ('marburg', 'staff', 'Verwaltung', 'Staff', '{}', '2026-01-01Z')
on conflict do nothing;
insert into work_order (order_id, city_id, crew_id, district_id, work, state, collecting, severity, items, items_open, due_at,
    title, assignee, opened_at, closed_at, changed_at)
overriding system value values
    (7, 'fulda', 'fulda-nord', 'nordend', 'empty', 'notified', true, 2, 2, 2, '2026-07-01T16:00Z',
        '{"de":"2 Behälter in Nordend","en":"2 bins in Nordend"}', null, '2026-07-01T08:30Z',
        null, '2026-07-01T09:00Z'),
    (8, 'fulda', 'fulda-gruen', '', 'water', 'open', false, 1, 1, 1, null,
        '{"de":"Baum trocken: Linde am Dom","en":"Tree dry: Linde am Dom"}', 'Kim', '2026-07-01T06:10Z', null, '2026-07-01T06:10Z'),
    (9, 'marburg', 'staff', '', 'empty', 'open', false, 1, 1, 1, '2026-07-02T08:00Z',
        '{"de":"Behälter voll: Marktplatz","en":"Bin full: Marktplatz"}', null, '2026-07-01T11:45Z', null,
        '2026-07-01T11:45Z'),
    (10, 'fulda', 'fulda-nord', '', 'empty', 'verified', false, 1, 1, 0, '2026-06-30T12:00Z',
        '{"de":"Behälter voll: 100 % Recycling","en":"Bin full: 100 % Recycling"}', null, '2026-06-29T12:00Z',
        '2026-06-30T08:00Z', '2026-06-30T08:00Z');
select setval(pg_get_serial_sequence('work_order', 'order_id'), 100);
insert into alert (alert_id, city_id, subject, asset_id, district_id, rule_id, edition, work, severity, state, began_at, ended_at,
    opened_at, notified_at, done_at, due_at, closed_at, order_id, evidence, changed_at)
overriding system value values
    (12, 'fulda', 'asset:1', 1, 'nordend', 'bin-full', '9f2c41d07ab3e655', 'empty', 2, 'notified', '2026-07-01T08:00Z', null,
        '2026-07-01T08:30:01Z', '2026-07-01T08:30:02Z', null, '2026-07-01T16:00Z', null, 7,
        '{"why":[{"quantity":"fill_level","value":86.0,"unit":"%","observed_at":"2026-07-01T08:00:00Z","comparison":"at_least","limit":85.0,"series":11,"rule":"bin-full","edition":"9f2c41d07ab3e655"},
                 {"quantity":"fill_level","value":96.0,"unit":"%","observed_at":"2026-07-01T08:30:00Z","comparison":"at_least","limit":95.0,"series":11,"rule":"bin-full","edition":"9f2c41d07ab3e655"}]}',
        '2026-07-01T09:00Z'),
    (13, 'fulda', 'asset:9', 9, 'nordend', 'bin-full', '9f2c41d07ab3e655', 'empty', 1, 'notified', '2026-07-01T08:10Z', null,
        '2026-07-01T08:40:01Z', '2026-07-01T08:40:02Z', null, '2026-07-02T08:40Z', null, 7, '{"why":[]}', '2026-07-01T08:40Z'),
    (14, 'fulda', 'asset:4', 4, 'nordend', 'tree-dry', '0a1b2c3d4e5f6071', 'water', 1, 'open', '2026-07-01T06:00Z', null,
        '2026-07-01T06:10Z', null, null, null, null, 8, '{"why":[]}', '2026-07-01T06:10Z'),
    (15, 'marburg', 'asset:7', 7, null, 'bin-full', '9f2c41d07ab3e655', 'empty', 1, 'open', '2026-07-01T11:40Z', null,
        '2026-07-01T11:45Z', null, null, '2026-07-02T08:00Z', null, 9, '{"why":[]}', '2026-07-01T11:45Z'),
    (16, 'fulda', 'gateway:a84041ffff000001/fulda', null, null, 'gateway-silent', '77aa77aa77aa77aa', null, 2, 'open',
        '2026-07-01T10:00Z', null, '2026-07-01T10:30Z', null, null, null, null, null, '{"why":[]}', '2026-07-01T10:30Z'),
    (17, 'fulda', 'asset:2', 2, 'suedend', 'bin-full', '9f2c41d07ab3e655', 'empty', 1, 'verified', '2026-06-29T11:00Z',
        '2026-06-30T07:40Z', '2026-06-29T12:00Z', '2026-06-29T12:00:01Z', '2026-06-30T07:30Z', '2026-06-30T12:00Z',
        '2026-06-30T08:00Z', 10, '{"why":[]}', '2026-06-30T08:00Z');
select setval(pg_get_serial_sequence('alert', 'alert_id'), 100);
insert into alert_member (alert_id, asset_id, since, until_at) values
    (16, 3, '2026-07-01T10:30Z', '2026-07-01T11:00Z'), (16, 4, '2026-07-01T10:30Z', null), (16, 5, '2026-07-01T10:30Z', null);
insert into history (city_id, alert_id, order_id, at, happened_at, action, from_state, to_state, actor, edition, detail) values
    ('fulda', 12, 7, '2026-07-01T08:30:01Z', '2026-07-01T08:30Z', 'opened', null, 'open', 'sensor', '9f2c41d07ab3e655', '{"value":87}'),
    ('fulda', 12, 7, '2026-07-01T08:30:02Z', '2026-07-01T08:30:02Z', 'notified', 'open', 'notified', 'timer', null, '{}'),
    ('fulda', 17, 10, '2026-06-30T08:00Z', '2026-06-30T07:30Z', 'done', 'notified', 'done', 'kim', null, '{}');
insert into occurrence (occurrence_id, asset_id, city_id, kind, happened_at, detail, told_by, changed_at)
overriding system value values
    (5, 2, 'fulda', 'emptying', '2026-06-30T07:40Z', '{"before":88,"after":4}', 'sensor', '2026-06-30T07:50Z'),
    (6, 7, 'marburg', 'emptying', '2026-06-30T06:00Z', '{}', 'person', '2026-06-30T06:00Z');
select setval(pg_get_serial_sequence('occurrence', 'occurrence_id'), 100);
insert into series_flag (flag_id, series_id, flag, from_at, until_at, changed_at)
overriding system value values
    (3, 91, 'out_of_range', '2026-07-01T11:40Z', null, '2026-07-01T11:40Z'),
    (4, 71, 'stuck', '2026-06-01Z', '2026-06-20Z', '2026-06-20Z');
select setval(pg_get_serial_sequence('series_flag', 'flag_id'), 100);
insert into notice (notice_id, city_id, crew_id, kind, alert_id, severity, at, body, spread) values
    (nextval('notice_number'), 'fulda', 'fulda-nord', 'alert.opened', 12, 2, '2026-07-01T08:30:01Z', '{"id":12}', true);
insert into delivery (notice_id, channel_id, state, not_before, give_up_at, attempts, delivered_at)
select n.notice_id, c.channel_id, 'delivered', '2026-07-01T08:30:01Z', '2026-07-02T08:30:01Z', 1, '2026-07-01T08:30:02Z'
from notice n, channel c where c.name = 'broker';

insert into blueprint (blueprint_id, version, city_id, fingerprint, loaded_at) values
    ('base', '1.3.0', null, '', '2026-01-01Z'), ('fulda', '1.1.0', 'fulda', '', '2026-01-01Z'),
    ('marburg', '1.1.0', 'marburg', '', '2026-01-01Z');
insert into rule (section, rule_id, blueprint_id, file, line, document, changed_at) values
    ('rule', 'bin-full', 'base', 'rules/bins.yaml', 3,
        '{"id":"bin-full","kinds":["bin"],"title":{"de":"Behälter voll","en":"Bin full"},"work":"empty",
          "when":{"threshold":{"quantity":"fill_level","levels":[{"at_least":85,"severity":"warning"}],"hysteresis":10}}}',
        '2026-01-01Z'),
    ('rule', 'bin-tilt', 'base', 'rules/bins.yaml', 12,
        '{"id":"bin-tilt","kinds":["bin"],"only":{"cities":["marburg"]},"title":{"de":"Gekippt","en":"Tipped"},
          "when":{"event":{"kind":"tilt","value":true,"ends":{"after":"PT6H"},"levels":[{"severity":"warning"}]}}}',
        '2026-01-01Z'),
    ('rule', 'tree-dry', 'base', 'rules/trees.yaml', 2,
        '{"id":"tree-dry","kinds":["tree"],"title":{"de":"Trocken","en":"Dry"},
          "when":{"threshold":{"quantity":"soil_water_tension","levels":[{"at_least":80,"severity":"warning"}]}}}',
        '2026-01-01Z'),
    ('bundling', 'nearby', 'base', 'rules/bins.yaml', 20,
        '{"id":"nearby","by":"district","at_most":40,"seal":{"at_latest":"PT24H"}}', '2026-01-01Z');
insert into rule_override (section, rule_id, city_id, district_id, blueprint_id, file, line, change, changed_at) values
    ('rule', 'bin-full', 'fulda', '', 'fulda', 'rules/fulda.yaml', 3,
        '{"when":{"threshold":{"hysteresis":15}}}', '2026-01-01Z'),
    ('rule', 'bin-full', 'fulda', 'nordend', 'fulda', 'rules/fulda.yaml', 4,
        '{"when":{"threshold":{"hysteresis":20}}}', '2026-01-01Z'),
    ('rule', 'bin-full', 'marburg', '', 'marburg', 'rules/marburg.yaml', 2, 'null', '2026-01-01Z');
insert into rule_edition (edition, rule_id, blueprint, document, first_at) values
    ('aaaabbbbccccdddd', 'bin-full', 'base 1.3.0', '{"id":"bin-full"}', '2026-06-30T10:00:00Z');
update rule_version set version = 7;
