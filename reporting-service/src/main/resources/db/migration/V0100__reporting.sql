-- The edition that readers see, and how often anything they see has changed. 0 is the state before
-- the first edition. Whoever changes documents locks this row first.
create table published_state (
    only_row boolean primary key default true check (only_row),
    edition  integer not null default 0,
    revision bigint  not null default 0
);
insert into published_state default values;

-- One row per published model and edition. Partitions are made on demand, one per edition, and
-- loaded directly; no index, because only whole partitions are read.
create table model_rating (
    edition                integer  not null,
    model_code             text     not null,
    model_name             text     not null,
    enterprise             text     not null,
    enterprise_name        text     not null,
    group_name             text,
    brand                  text     not null,
    country_style          text     not null,
    series                 text     not null,
    powertrain             text     not null,
    body_type              text     not null,
    segment                text     not null,
    curb_mass_kg           numeric,
    price_cny              numeric,
    launch_month           text,
    on_sale                boolean  not null,
    batch                  integer  not null,
    footprint_revision     integer  not null,
    footprint_grams_per_km numeric  not null,
    rating_class           smallint,
    unrated_reason         text,
    ratio                  numeric,
    reference_grams_per_km numeric,
    category_mean_grams_per_km numeric,
    below_average          boolean
) partition by list (edition);

-- How much of an edition has come. `expected` and what follows are known once the rating service
-- has said that the edition is complete, which may be before or after its last row arrives.
create table edition_progress (
    edition          integer primary key check (edition > 0),
    received         bigint  not null default 0,
    expected         bigint,
    previous_edition integer,
    models           bigint,
    cut_off          date,
    completed_at     timestamptz,
    materialized_at  timestamptz,
    carried_forward  bigint
);
create index edition_progress_due on edition_progress (previous_edition) where materialized_at is null;

-- What a table or figure says in an edition. Rows of past editions never change.
create table document (
    edition   integer not null,
    name      text    not null,
    variant   text    not null,
    as_of     date,
    rows      text    not null,
    histogram text,
    primary key (edition, name, variant)
);

-- The last published result of each assessed enterprise.
create table assessment_result (
    enterprise      text primary key,
    enterprise_name text        not null,
    score           numeric     not null,
    score_rounded   integer     not null,
    stars           smallint    not null check (stars between 1 and 5),
    published_at    timestamptz not null
);

create table guideline (
    guideline    text primary key,
    star_rules   text        not null,
    activated_at timestamptz not null
);
