create table rating_scheme (
    id         text primary key,
    kind       text        not null,
    title      text        not null,
    title_zh   text        not null,
    note       text,
    definition jsonb       not null,
    version    integer     not null,
    created_at timestamptz not null,
    created_by text        not null,
    updated_at timestamptz not null,
    updated_by text        not null
);

-- The last activation is the scheme in force. A scheme that was ever activated never changes again.
create table scheme_activation (
    number       integer primary key check (number > 0),
    scheme       text        not null references rating_scheme,
    activated_at timestamptz not null,
    activated_by text        not null,
    edition      integer -- the first edition rated under it, once that is complete
);
create index scheme_activation_by_scheme on scheme_activation (scheme, number);

-- How much of a publication has arrived: the announcement (expected) may come before or after its rows.
create table publication (
    number       integer primary key check (number > 0),
    received     bigint not null default 0,
    expected     bigint,
    batch        integer,
    title        text,
    cut_off      date,
    published_at timestamptz,
    check ((expected is null) = (batch is null))
);

-- Append-only. Rows of a publication lie together, so that a block-range index finds them at almost no
-- cost for the load.
create table footprint_incoming (
    publication            integer not null,
    batch                  integer not null,
    footprint_revision     integer not null,
    on_sale                boolean not null,
    footprint_grams_per_km numeric not null,
    curb_mass_kg           numeric,
    price_cny              numeric,
    model_code             text collate "C" not null,
    model_name             text    not null,
    enterprise             text    not null,
    enterprise_name        text    not null,
    group_name             text,
    brand                  text    not null,
    country_style          text    not null,
    series                 text    not null,
    powertrain             text    not null,
    body_type              text    not null,
    segment                text    not null,
    launch_month           text
);
create index footprint_incoming_by_publication on footprint_incoming using brin (publication);

create table edition (
    number             integer primary key check (number > 0),
    state              text        not null check (state in ('COMPUTED', 'COMPLETED')),
    trigger            text        not null check (trigger in ('PUBLICATION', 'SCHEME_ACTIVATION')),
    scheme             text        not null references rating_scheme,
    activation         integer     not null references scheme_activation,
    publication        integer     not null references publication,
    cut_off            date,
    models             bigint      not null,
    models_on_sale     bigint      not null,
    models_rated       bigint      not null,
    class_counts       bigint[]    not null,
    rating_events      bigint      not null,
    emitted_blocks     bigint      not null default 0,
    computed_at        timestamptz not null,
    completed_at       timestamptz,
    check ((state = 'COMPLETED') = (completed_at is not null))
);
-- One edition is being made at a time.
create unique index edition_in_progress on edition ((true)) where state <> 'COMPLETED';

create table category_mean (
    -- Means come first, their edition's own row with its counts at last.
    edition            integer not null references edition deferrable initially deferred,
    powertrain         text    not null,
    body_type          text    not null,
    segment            text    not null,
    models             bigint  not null,
    footprint_sum      numeric not null,
    mean_grams_per_km  numeric not null,
    primary key (edition, powertrain, body_type, segment)
);

-- One partition per edition, made and attached when the edition is computed, never changed afterwards.
create table rating (
    edition                integer not null,
    batch                  integer not null,
    footprint_revision     integer not null,
    class                  smallint,
    previous_class         smallint,
    on_sale                boolean not null,
    below_average          boolean,
    changed                boolean not null,
    footprint_grams_per_km numeric not null,
    curb_mass_kg           numeric,
    price_cny              numeric,
    reference              numeric,
    ratio                  numeric,
    category_mean          numeric,
    model_code             text collate "C" not null,
    model_name             text    not null,
    enterprise             text    not null,
    enterprise_name        text    not null,
    group_name             text,
    brand                  text    not null,
    country_style          text    not null,
    series                 text    not null,
    powertrain             text    not null,
    body_type              text    not null,
    segment                text    not null,
    launch_month           text,
    unrated_reason         text,
    primary key (model_code, edition)
) partition by list (edition);
