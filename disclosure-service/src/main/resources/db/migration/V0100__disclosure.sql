create table enterprise (
    code          text collate "C" primary key,
    name          text        not null,
    group_name    text,
    revision      integer     not null check (revision > 0),
    registered_at timestamptz not null,
    registered_by text        not null
);
create sequence enterprise_code;

-- All that an enterprise is found by: its code, its name and its aliases, in lower case and without
-- white space. The key makes them unique over all enterprises.
create table enterprise_name (
    match_key  text collate "C" primary key,
    enterprise text collate "C" not null references enterprise,
    kind       text not null check (kind in ('CODE', 'NAME', 'ALIAS')),
    spelling   text not null
);
create index enterprise_name_by_enterprise on enterprise_name (enterprise);

create table batch (
    number            integer primary key check (number > 0),
    title             text        not null,
    state             text        not null check (state in ('DRAFT', 'IN_REVIEW', 'PUBLISHING', 'PUBLISHED')),
    launch_from       text,
    launch_to         text,
    feedback_deadline date,
    version           bigint      not null default 1,
    models            bigint      not null default 0,
    created_at        timestamptz not null,
    created_by        text        not null,
    review_at         timestamptz,
    waived_reason     text,
    publication       integer unique check (publication > 0),
    accepted_at       timestamptz,
    accepted_by       text,
    published_models  bigint      not null default 0,
    -- The last model code whose event is in the outbox; null before the first.
    publication_cursor text collate "C",
    published_at      timestamptz,
    check ((publication is not null) = (state in ('PUBLISHING', 'PUBLISHED'))),
    check ((published_at is not null) = (state = 'PUBLISHED'))
);

-- Publications are numbered in the order they were accepted, without gaps.
create table publication_counter (
    only_row boolean primary key default true check (only_row),
    last     integer not null default 0
);
insert into publication_counter default values;

create table factor_set (
    id             text primary key,
    effective_from date        not null,
    document       jsonb       not null,
    stored_at      timestamptz not null default clock_timestamp()
);

create table feedback_form (
    id            uuid primary key,
    batch         integer     not null references batch,
    uploaded_at   timestamptz not null,
    uploaded_by   text        not null,
    enterprises   text[]      not null,
    rows_read     bigint      not null,
    rows_accepted bigint      not null,
    rows_rejected bigint      not null,
    errors        jsonb       not null
);

-- Vehicle information and footprint of a model, as known in one revision; never changed afterwards.
-- What a batch publishes is the highest revision of each of its models.
create table footprint_revision (
    batch                    integer not null references batch,
    revision                 integer not null check (revision > 0),
    replaces                 integer,
    on_sale                  boolean not null,
    created_at               timestamptz not null,
    footprint_g_per_km       numeric not null,
    curb_mass_kg             numeric,
    fuel_l_per_100km         numeric,
    electricity_kwh_per_100km numeric,
    battery_kwh              numeric,
    price_cny                numeric,
    model_code               text collate "C" not null,
    model_name               text    not null,
    enterprise               text collate "C" not null,
    group_name               text,
    brand                    text    not null,
    country_style            text    not null,
    series                   text    not null,
    powertrain               text    not null,
    body_type                text    not null,
    segment                  text    not null,
    battery_chemistry        text,
    launch_month             text,
    origin                   text    not null check (origin in ('IMPORTED', 'CALCULATED')),
    factor_set               text,
    methodology              text,
    created_by               text    not null,
    feedback_form            uuid,
    terms                    jsonb,
    primary key (batch, model_code, revision),
    check ((origin = 'CALCULATED') = (factor_set is not null))
);
-- Revisions of a model are numbered over all its batches.
create unique index footprint_revision_by_model on footprint_revision (model_code, revision);
create index footprint_revision_by_form on footprint_revision (feedback_form) where feedback_form is not null;

create table idempotency_key (
    actor        text        not null,
    key          text        not null,
    request_hash text        not null,
    status       integer     not null,
    body         text        not null,
    created_at   timestamptz not null,
    primary key (actor, key)
);
