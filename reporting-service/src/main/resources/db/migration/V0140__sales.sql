-- Enterprises as disclosure registers them: what sales files call them by.
create table enterprise (
    code        text primary key,
    name        text   not null,
    aliases     text[] not null,
    merged_into text,
    revision    bigint not null
);

create table sales_import (
    id            bigint generated always as identity primary key,
    imported_by   text        not null,
    imported_at   timestamptz not null,
    file_sha256   text        not null,
    rows_read     bigint      not null,
    rows_accepted bigint      not null,
    rows_rejected bigint      not null
);

-- What was said to be sold, and what was said before that: rows are never changed. The highest revision counts; without
-- units it says that the row was withdrawn.
create table sale_revision (
    month      text   not null,
    enterprise text   not null,
    series_key text   collate "C" not null,
    revision   integer not null check (revision > 0),
    series     text   not null,
    units_sold bigint check (units_sold >= 0),
    import_id  bigint not null references sales_import
);
create unique index sale_revision_latest on sale_revision (month, enterprise, series_key, revision desc);

-- A name in sales files that stands for a series of the platform. The highest revision counts; without a target it
-- says that the alias was taken back.
create table series_alias_revision (
    enterprise        text        not null,
    name_key          text        collate "C" not null,
    revision          integer     not null check (revision > 0),
    name              text        not null,
    target_enterprise text,
    target_series     text,
    changed_by        text        not null,
    changed_at        timestamptz not null,
    check ((target_enterprise is null) = (target_series is null)),
    primary key (enterprise, name_key, revision)
);

-- What is known of a series none of whose models is published yet. Without powertrains: taken back.
create table registered_series_revision (
    enterprise  text        not null,
    series_key  text        collate "C" not null,
    revision    integer     not null check (revision > 0),
    series      text        not null,
    powertrains text[],
    prices_cny  numeric[],
    changed_by  text        not null,
    changed_at  timestamptz not null,
    check ((powertrains is null) = (prices_cny is null)),
    primary key (enterprise, series_key, revision)
);

-- Price bands of the best sellers: the lower bound belongs to the band, the upper one to the next.
create table price_band (
    table_number integer primary key check (table_number between 7 and 11),
    from_cny     numeric not null unique check (from_cny >= 0),
    to_cny       numeric unique check (to_cny > from_cny)
);
insert into price_band values
    (7, 0, 100000),
    (8, 100000, 150000),
    (9, 150000, 200000),
    (10, 200000, 300000),
    (11, 300000, null);

-- What a document is about beside its edition, such as the month of its sales.
alter table document add column scope text;
