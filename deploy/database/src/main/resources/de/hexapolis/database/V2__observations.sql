-- Observations and what is derived from them in the same transaction.

-- Columns stand in the order that wastes no padding: 52 bytes a row on PostgreSQL.
-- quality: 0 good, 1 suspect, 2 bad; only good readings count in rollups.
-- TimescaleDB: a hypertable of 7-day chunks; PostgreSQL: a partition a week (Monday 00:00 UTC), made ahead.
do $$
begin
    if '${engine}' = 'timescaledb' then
        create extension if not exists timescaledb;
        create table observation (
            series_id   integer          not null,
            quality     smallint         not null,
            observed_at timestamptz      not null,
            value       double precision not null,
            primary key (series_id, observed_at)
        );
        perform create_hypertable('observation', by_range('observed_at', interval '7 days'), create_default_indexes => false);
        alter table observation set (
            timescaledb.compress,
            timescaledb.compress_segmentby = 'series_id',
            timescaledb.compress_orderby = 'observed_at'
        );
    else
        create table observation (
            series_id   integer          not null,
            quality     smallint         not null,
            observed_at timestamptz      not null,
            value       double precision not null,
            primary key (series_id, observed_at)
        ) partition by range (observed_at);
    end if;
end
$$;

-- The newest reading of each series, by observed_at: late data cannot spoil it.
-- rolled_until: the start of a local day of the city. Days before it are in the rollups or carry a mark; days from
-- it on are always computed from raw. Only readings before it leave a mark, so the usual reading leaves none.
create table latest (
    series_id    integer primary key,
    quality      smallint         not null,
    observed_at  timestamptz      not null,
    value        double precision not null,
    received_at  timestamptz      not null,
    rolled_until timestamptz      not null
) with (fillfactor = 60);

create sequence rollup_mark_generation;

-- A series' local day whose rollups are to be computed again. The generation tells a worker whether the mark is
-- still the one it has seen.
create table rollup_mark (
    series_id  integer     not null,
    day        timestamptz not null,
    generation bigint      not null,
    primary key (series_id, day)
);

-- bucket: start of the hour (UTC) or of the city's local day. integral: value x seconds, linear between readings,
-- from first_at to last_at. digest: pairs (bin, count), see raw_rollup.
create table rollup_hour (
    series_id   integer     not null,
    count       integer     not null,
    bucket      timestamptz not null,
    sum         double precision not null,
    min         double precision not null,
    max         double precision not null,
    first_value double precision not null,
    first_at    timestamptz not null,
    last_value  double precision not null,
    last_at     timestamptz not null,
    integral    double precision not null,
    digest      integer[]   not null,
    primary key (series_id, bucket)
);
create table rollup_day (like rollup_hour including all);
create index rollup_day_by_bucket on rollup_day (bucket, series_id);

-- What is no number: tilt alarm, lid, start-up.
create table event (
    device_id   bigint      not null references device,
    asset_id    bigint      not null references asset,
    observed_at timestamptz not null,
    kind        text        not null,
    value       jsonb       not null,
    primary key (device_id, observed_at, kind)
);
create index event_by_asset on event (asset_id, observed_at);

create table position_fix (
    device_id   bigint      not null references device,
    asset_id    bigint      not null references asset,
    observed_at timestamptz not null,
    longitude   double precision not null,
    latitude    double precision not null,
    accuracy_m  double precision,
    primary key (device_id, observed_at)
);
create index position_fix_by_asset on position_fix (asset_id, observed_at);

-- Messages, or parts of messages, that could not be stored: raw bytes, reason, and what became of them.
-- fingerprint: SHA-256 over source, topic and payload; a repeat is counted, not stored again.
create table quarantine (
    quarantine_id    bigint generated always as identity primary key,
    fingerprint      bytea       not null unique,
    source           text        not null,
    topic            text        not null,
    payload          bytea       not null,
    reason           text        not null,
    detail           text        not null,
    device_key       text,
    city_id          text,
    received_at      timestamptz not null,
    last_received_at timestamptz not null,
    repeats          integer     not null default 0,
    -- null: waiting; else when a replay stored all of it
    replayed_at      timestamptz
);
create index quarantine_waiting on quarantine (reason, device_key) where replayed_at is null;
create index quarantine_by_city on quarantine (city_id, quarantine_id);

-- What people want done: written by query-service, carried out by ingest-service, once.
create table command (
    command_id   uuid primary key,
    kind         text        not null,
    requested_by text        not null,
    -- null: the operator's, for all cities
    city_id      text,
    requested_at timestamptz not null,
    body         jsonb       not null,
    attachment   bytea,
    outcome      text check (outcome in ('done', 'refused')),
    result       jsonb,
    finished_at  timestamptz
);
create index command_waiting on command (requested_at) where outcome is null;
