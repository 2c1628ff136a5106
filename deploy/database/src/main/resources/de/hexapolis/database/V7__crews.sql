-- What field crews act on: rules, what is due to be judged, alerts, orders, deliveries, forecasts. Written by
-- ingest-service alone. All times are the platform clock's unless said otherwise.

-- 1. Rides in the batch's transaction --------------------------------------------------------------------------

-- While good readings stay between quiet_low and quiet_high (both included) and come in order, nothing that is judged
-- can change. A new row is never quiet, so its first reading is judged, and the judge sets the band. late_from is where the
-- last write noted the earliest reading that came behind a newer one; infinity: none did.
alter table latest
    add column quiet_low  double precision not null default 'infinity',
    add column quiet_high double precision not null default '-infinity',
    add column late_from  timestamptz      not null default 'infinity';

-- Assets to be judged. Rows are only ever added and deleted, so a writer never waits for a judge.
-- from_at: the earliest reading that has not been judged. received_at: for how long it has been waiting.
create table due (
    due_id      bigint generated always as identity primary key,
    asset_id    bigint      not null,
    from_at     timestamptz not null,
    received_at timestamptz not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000);
create index due_by_asset on due (asset_id, due_id);

-- One row per asset; whoever judges an asset holds it. next_at: when something may change though nothing comes (silence,
-- season, a stuck series); lazily kept: it may be early, never late.
create table asset_watch (
    asset_id bigint primary key references asset,
    next_at  timestamptz not null default '-infinity',
    faults   smallint    not null default 0
) with (fillfactor = 70);
create index asset_watch_next on asset_watch (next_at) where next_at < 'infinity';
create index asset_watch_faulty on asset_watch (asset_id) where faults > 0;
insert into asset_watch (asset_id) select asset_id from asset;

-- 2. When was what heard of (beside the batch's transaction, each ten seconds) ----------------------------------

create table pulse (
    -- 'source:things-stack', 'gateway:a84041ffff000001'; 'platform': until when nobody need doubt that it runs,
    -- 'platform-gap': when it came back last; 'source-gap:things-stack': until when that source was quiet for long
    subject  text primary key,
    heard_at timestamptz not null
) with (fillfactor = 50);
-- Through whom a device was heard; a row is renewed at most once a day.
create table device_route (
    device_id bigint not null references device on delete cascade,
    source    text   not null,
    gateway   text   not null default '',   -- '': none named
    heard_at  timestamptz not null,
    primary key (device_id, source, gateway)
);
create index device_route_by_source on device_route (source, heard_at);
create index device_route_by_gateway on device_route (gateway, heard_at) where gateway <> '';

-- 3. Rules -------------------------------------------------------------------------------------------------------

create table rule_version (only_row boolean primary key default true check (only_row), version bigint not null);
insert into rule_version (version) values (1);

-- As loaded and checked; line: of the item in its file. rule_id of an occurrence is its kind, of a plausibility check the
-- first of its kinds and the quantity ('bin-fill_level' is written 'bin-fill-level'), unless the file says an id.
create table rule (
    section      text    not null check (section in
        ('rule', 'occurrence', 'round', 'calendar', 'escalation', 'plausibility', 'bundling')),
    rule_id      text    not null check (rule_id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    blueprint_id text    not null references blueprint,
    file         text    not null,
    line         integer not null,
    document     jsonb   not null,
    changed_at   timestamptz not null,
    primary key (section, rule_id)
);
-- A merge patch (RFC 7386) over a rule, for a city, a district, or an asset of it. The nearest wins.
create table rule_override (
    section      text not null,
    rule_id      text not null,
    city_id      text not null references city,
    district_id  text not null default '',
    reference    text not null default '',
    blueprint_id text not null references blueprint,
    file         text not null,
    line         integer not null,
    change       jsonb not null,
    changed_at   timestamptz not null,
    primary key (section, rule_id, city_id, district_id, reference),
    foreign key (section, rule_id) references rule on delete cascade,
    check (district_id = '' or reference = '')
);
-- Every resolved rule that ever opened an alert, by the first 16 hex digits of its SHA-256: what an alert's edition means.
create table rule_edition (
    edition    text primary key,
    rule_id    text  not null,
    blueprint  text  not null,               -- 'base 1.3.0'
    document   jsonb not null,
    first_at   timestamptz not null
);

create table crew (
    city_id      text not null references city,
    crew_id      text not null check (crew_id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    name_de      text not null,
    name_en      text not null,
    -- districts ([]: all), work, shifts, quiet_hours, escalation
    document     jsonb not null,
    blueprint_id text references blueprint,
    changed_at   timestamptz not null,
    primary key (city_id, crew_id)
);

-- Whom everything goes to that no crew takes. New cities get theirs with the first row that needs it.
insert into crew (city_id, crew_id, name_de, name_en, document, changed_at)
select city_id, 'staff', 'Verwaltung', 'Staff', '{}', '2026-01-01Z' from city;
insert into rule_edition (edition, rule_id, blueprint, document, first_at) values ('manual', 'manual', '', '{}', '2026-01-01Z');

-- 4. Trust, occurrences -----------------------------------------------------------------------------------------

create table series_flag (
    flag_id    bigint generated always as identity primary key,
    series_id  integer not null references series,
    flag       text    not null check (flag in
        ('stuck', 'jump', 'out_of_range', 'frozen', 'no_probe', 'short_circuit', 'open_circuit', 'late_clock', 'person')),
    from_at    timestamptz not null,
    until_at   timestamptz,                  -- null: still so; exclusive
    detail     jsonb   not null default '{}',
    set_by     text    not null default 'sensor',
    changed_at timestamptz not null
);
create unique index series_flag_open on series_flag (series_id, flag) where until_at is null;
create index series_flag_by_series on series_flag (series_id, from_at);

create table occurrence (
    occurrence_id bigint generated always as identity primary key,
    asset_id      bigint not null references asset,
    city_id       text   not null references city,
    kind          text   not null check (kind in ('emptying', 'watering', 'rain', 'wetting')),
    happened_at   timestamptz not null,
    -- values before and after, series, depths reached, order; what a person said besides
    detail        jsonb  not null,
    told_by       text   not null check (told_by in ('sensor', 'person')),
    -- a person's word goes before the sensor's: such a row is never changed by a judge
    corrected_by  text,
    corrected_at  timestamptz,
    removed       boolean not null default false,
    changed_at    timestamptz not null
);
create unique index occurrence_once on occurrence (asset_id, kind, happened_at) where told_by = 'sensor';
create index occurrence_by_asset on occurrence (asset_id, happened_at desc);
create index occurrence_by_city on occurrence (city_id, happened_at desc, occurrence_id desc);

-- 5. Alerts and orders -------------------------------------------------------------------------------------------

create table work_order (
    order_id    bigint generated always as identity primary key,
    city_id     text   not null references city,
    crew_id     text   not null,
    district_id text   not null default '',
    work        text   not null,             -- empty, water, inspect, repair, extinguish, set_up
    state       text   not null default 'open' check (state in
        ('open', 'notified', 'acknowledged', 'in_progress', 'done', 'not_possible', 'verified', 'withdrawn')),
    -- takes in further alerts until somebody acknowledges it, its time has come, or it is full
    collecting  boolean not null,
    severity    smallint not null,
    items       integer  not null default 0,
    items_open  integer  not null default 0,
    due_at      timestamptz,
    assignee    text,
    title       jsonb,                       -- null: from the bundling's text and the number of items
    made_by     text   not null default 'rule',
    opened_at   timestamptz not null,
    closed_at   timestamptz,
    changed_at  timestamptz not null,
    foreign key (city_id, crew_id) references crew
);
create unique index work_order_collecting on work_order (city_id, crew_id, district_id, work) where collecting;
create index work_order_open on work_order (city_id, crew_id, order_id) where closed_at is null;
create index work_order_by_city on work_order (city_id, order_id desc);

create table alert (
    alert_id        bigint generated always as identity primary key,
    city_id         text     not null references city,
    subject         text     not null,       -- 'asset:17', 'gateway:a84041ffff000001/fulda', 'source:things-stack/fulda'
    asset_id        bigint references asset,
    district_id     text,
    rule_id         text     not null,       -- 'manual-<uuid>' for what a person asked for
    edition         text     not null references rule_edition,
    work            text,                    -- null: nothing for a crew
    severity        smallint not null check (severity between 0 and 3),   -- info, warning, urgent, critical
    state           text     not null check (state in
        ('open', 'notified', 'acknowledged', 'in_progress', 'done', 'not_possible', 'verified', 'withdrawn')),
    began_at        timestamptz not null,    -- the episode, by the readings' times
    ended_at        timestamptz,
    opened_at       timestamptz not null,    -- by the platform's clock
    notified_at     timestamptz,
    acknowledged_at timestamptz,
    done_at         timestamptz,             -- as the person says
    due_at          timestamptz,
    closed_at       timestamptz,
    reopened        smallint not null default 0,
    reason          text,                    -- of not_possible, withdrawn
    assignee        text,
    order_id        bigint references work_order,
    evidence        jsonb    not null,       -- values, times, series, limit, why in words (de, en)
    changed_at      timestamptz not null,
    constraint closed_states check ((closed_at is not null) = (state in ('verified', 'withdrawn')))
);
-- The wall: whatever replicas, redeliveries and order of arrival do.
create unique index alert_one_open on alert (subject, rule_id) where closed_at is null;
-- What was withdrawn turned out to be no episode, so another may begin there.
create unique index alert_one_episode on alert (subject, rule_id, began_at) where state <> 'withdrawn';
create index alert_by_subject on alert (subject, began_at);
create index alert_by_city on alert (city_id, alert_id desc);
create index alert_open_by_city on alert (city_id, severity desc, alert_id) where closed_at is null;
create index alert_by_asset on alert (asset_id, began_at desc);
create index alert_by_order on alert (order_id) where order_id is not null;

-- Assets whose own alert is held back because a gateway or source explains it.
create table alert_member (
    alert_id bigint not null references alert on delete cascade,
    asset_id bigint not null references asset,
    since    timestamptz not null,
    until_at timestamptz,
    primary key (alert_id, asset_id)
);
create index alert_member_by_asset on alert_member (asset_id);
create index alert_member_held on alert_member (alert_id) where until_at is null;

-- Who did what when. at: the platform's clock; happened_at: as the person's phone says, or the reading's time.
create table history (
    history_id  bigint generated always as identity primary key,
    city_id     text not null references city,
    alert_id    bigint references alert,
    order_id    bigint references work_order,
    at          timestamptz not null,
    happened_at timestamptz not null,
    action      text not null,
    from_state  text,
    to_state    text,
    actor       text not null,               -- 'sensor', 'rule', 'timer', or a token's subject
    edition     text,
    detail      jsonb not null default '{}',
    command_id  uuid
);
create index history_by_alert on history (alert_id, history_id);
create index history_by_order on history (order_id, history_id);
create index history_by_time on history (at);
-- The same command never acts twice on the same alert, even if its row in command were gone.
create unique index history_once on history (command_id, alert_id, action) where command_id is not null;

-- What is to happen later: escalation steps, a last look after 'done', digests. Survives everything; whoever finds it due does it.
create table timer (
    timer_id bigint generated always as identity primary key,
    due_at   timestamptz not null,
    kind     text   not null check (kind in ('escalate', 'look_again', 'seal_order', 'digest')),
    alert_id bigint references alert on delete cascade,
    order_id bigint references work_order on delete cascade,
    channel_id bigint,
    step     smallint not null default 0
);
create index timer_due on timer (due_at);
create unique index timer_once on timer (kind, coalesce(alert_id, 0), coalesce(order_id, 0), coalesce(channel_id, 0), step);

-- 6. Telling -----------------------------------------------------------------------------------------------------

-- The outbox, and the log that the live stream reads. notice_id is taken under lock 740006 as the last thing before the commit:
-- so numbers become visible in their order. id is what every receiver sees, each time.
create sequence notice_number as bigint;
create table notice (
    notice_id   bigint primary key,
    id          uuid   not null unique default gen_random_uuid(),
    city_id     text   not null references city,
    crew_id     text   not null default 'staff',   -- who hears of it; 'staff' is a crew like any other
    kind        text   not null,             -- alert.opened, alert.changed, alert.closed, order.opened, order.changed, order.closed
    alert_id    bigint references alert,
    order_id    bigint references work_order,
    severity    smallint not null,
    at          timestamptz not null,
    observed_at timestamptz,                 -- of the reading that caused it; null: no reading did
    received_at timestamptz,                 -- of the oldest reading that was judged then
    body        jsonb  not null,             -- the CloudEvent's data: neutral words, both languages' titles, no person
    spread      boolean not null default false
);
create index notice_to_spread on notice (notice_id) where not spread;
create index notice_by_time on notice (at);

create table channel (
    channel_id   bigint generated always as identity primary key,
    city_id      text references city,        -- null: all cities (the broker of the installation)
    crew_id      text,                        -- null: all of the city, or its staff, as the settings say
    kind         text   not null check (kind in ('mqtt', 'webhook', 'mail', 'push')),
    name         text   not null,
    address      text   not null,             -- topic prefix, URL, mail address, push endpoint
    secret       text,                        -- whsec_…, or the subscription's p256dh and auth; as it is, never answered by the API
    owner        text,                        -- push: the token's subject; personal, dies with the subscription
    -- severities, kinds, digest, quiet hours, allowed networks, language
    settings     jsonb  not null default '{}',
    state        text   not null default 'active' check (state in ('active', 'failing', 'disabled')),
    failing_since timestamptz,
    last_success_at timestamptz,
    last_error   text,
    -- who sends for it now, one at a time: so that order holds within a channel
    leased_by    text,
    leased_until timestamptz not null default '-infinity',
    changed_at   timestamptz not null,
    unique nulls not distinct (city_id, crew_id, kind, address)
);
insert into channel (kind, name, address, changed_at) values ('mqtt', 'broker', 'v1', '2026-01-01Z');

create table delivery (
    delivery_id  bigint generated always as identity primary key,
    notice_id    bigint not null references notice on delete cascade,
    channel_id   bigint not null references channel on delete cascade,
    state        text   not null default 'waiting' check (state in ('waiting', 'delivered', 'given_up', 'superseded')),
    not_before   timestamptz not null,
    give_up_at   timestamptz not null,
    attempts     smallint not null default 0,
    delivered_at timestamptz,
    last_error   text,
    unique (notice_id, channel_id)
);
create index delivery_waiting on delivery (channel_id, notice_id) where state = 'waiting';
create index delivery_next on delivery (not_before) where state = 'waiting';

-- 7. Forecasts ---------------------------------------------------------------------------------------------------

-- The newest of each; p10, p50, p90 are instants, null: not within the horizon.
create table forecast (
    asset_id     bigint not null references asset,
    kind         text   not null check (kind in ('full', 'dry')),
    channel      text   not null default '',
    made_at      timestamptz not null,
    reading_at   timestamptz,                 -- the newest reading it rests on; null: carried
    level        double precision,
    p10          timestamptz,
    p50          timestamptz,
    p90          timestamptz,
    round_at     timestamptz,                 -- the next planned round, if there is a plan
    by_round     double precision,            -- probability of being full by then
    carried_from integer not null default 0,  -- of how many similar assets; 0: of its own readings
    basis        jsonb  not null,             -- rate, spread, cycles, group, method and version: why
    primary key (asset_id, kind, channel)
);
create index forecast_by_round on forecast (kind, by_round desc);
create table forecast_profile (
    subject   text not null,                  -- 'asset:17', 'group:fulda/bin/street'
    kind      text not null,
    channel   text not null default '',
    fitted_at timestamptz not null,
    profile   jsonb not null,
    primary key (subject, kind, channel)
);
