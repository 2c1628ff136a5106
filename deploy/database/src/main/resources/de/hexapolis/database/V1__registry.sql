-- The registry: who and what there is. Written by ingest-service alone, under an exclusive hold of the
-- registry (see registry_version); read by everybody.

-- One row. Each change of the registry adds one, in its own transaction, and says so on channel 'registry'.
create table registry_version (
    only_row boolean primary key default true check (only_row),
    version  bigint  not null
);
insert into registry_version (version) values (1);

-- A versioned pack of kinds, profiles, assets and devices that a city adopts.
create table blueprint (
    blueprint_id text primary key,
    version      text        not null,
    city_id      text,
    fingerprint  text        not null,
    loaded_at    timestamptz not null
);

create table city (
    city_id       text primary key check (city_id ~ '^[a-z0-9][a-z0-9-]{0,62}$'),
    name          text    not null,
    zone          text    not null,
    area          jsonb,
    open          boolean not null default true,
    -- null: the platform's own; a city may keep raw observations for less, never for more
    raw_retention_days integer check (raw_retention_days > 0),
    blueprint_id  text references blueprint
);

create table district (
    city_id     text  not null references city,
    district_id text  not null,
    name        text  not null,
    polygon     jsonb,
    primary key (city_id, district_id)
);

create table asset_kind (
    kind         text primary key check (kind ~ '^[a-z][a-z0-9_]{0,62}$'),
    name_de      text not null,
    name_en      text not null,
    -- the quantity that the map shows for an asset of this kind
    main_quantity text,
    -- thresholds of the status words on the wire, and whatever else the kind's rules need
    settings     jsonb not null default '{}',
    blueprint_id text references blueprint
);

create table asset (
    asset_id     bigint generated always as identity primary key,
    city_id      text    not null references city,
    reference    text    not null,
    kind         text    not null references asset_kind,
    name         text    not null,
    longitude    double precision not null check (longitude between -180 and 180),
    latitude     double precision not null check (latitude between -90 and 90),
    district_id  text,
    tags         text[]  not null default '{}',
    properties   jsonb   not null default '{}',
    open         boolean not null default true,
    retired      boolean not null default false,
    blueprint_id text references blueprint,
    changed_at   timestamptz not null,
    unique (city_id, reference),
    foreign key (city_id, district_id) references district
);
create index asset_by_kind on asset (city_id, kind);
create index asset_by_place on asset (longitude, latitude);

-- How a device's decoded JSON becomes quantities; the document is the YAML as it was loaded.
create table profile (
    profile_id   text primary key check (profile_id ~ '^[a-z0-9][a-z0-9._/-]{0,127}$'),
    version      text not null,
    document     text not null,
    blueprint_id text references blueprint
);

-- The thing that transmits. device_key: 16 lower-case hex digits for a DevEUI, else the maker's serial number.
create table device (
    device_id    bigint generated always as identity primary key,
    device_key   text not null unique check (device_key ~ '^[a-z0-9][a-z0-9._-]{0,63}$'),
    city_id      text references city,
    profile_id   text references profile,
    -- how often it reports when all is well; what coverage and silence are measured against
    expected_interval_seconds integer not null default 3600 check (expected_interval_seconds > 0),
    blueprint_id text references blueprint,
    changed_at   timestamptz not null
);

-- Where a device was, from when until when. No two of one device overlap.
create table installation (
    installation_id bigint generated always as identity primary key,
    device_id       bigint not null references device,
    asset_id        bigint not null references asset,
    installed_from  timestamptz not null,
    installed_until timestamptz check (installed_until > installed_from),
    unique (device_id, installed_from)
);
create index installation_by_asset on installation (asset_id);

-- Distances in mm that mean empty (0 %) and full (100 %); valid until the next one of the same installation.
create table calibration (
    installation_id   bigint not null references installation on delete cascade,
    valid_from        timestamptz not null,
    distance_empty_mm double precision not null,
    distance_full_mm  double precision not null,
    primary key (installation_id, valid_from),
    check (distance_empty_mm > distance_full_mm and distance_full_mm >= 0)
);

-- Asset x device x quantity x channel: what observations belong to.
create table series (
    series_id integer generated always as identity primary key,
    asset_id  bigint not null references asset,
    device_id bigint not null references device,
    city_id   text   not null references city,
    quantity  text   not null,
    channel   text   not null default '',
    -- true: computed here from another series (fill_level from distance), so a new calibration may rewrite it
    derived   boolean not null default false,
    unique (asset_id, device_id, quantity, channel)
);
create index series_by_device on series (device_id);
create index series_by_city_and_quantity on series (city_id, quantity);
