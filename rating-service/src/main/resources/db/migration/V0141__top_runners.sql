-- Computed from an edition once, on first need, since an edition never changes. All coarser segmentations follow
-- from the finest: the lowest of a group is the lowest of its category.
create table top_runner_edition (
    edition integer primary key
);

create table top_runner_category (
    edition                integer not null references top_runner_edition,
    powertrain             text    not null,
    body_type              text    not null,
    segment                text    not null,
    models                 bigint  not null,
    footprint_grams_per_km numeric not null,
    primary key (powertrain, body_type, segment, edition)
);
create index top_runner_category_by_edition on top_runner_category (edition);

create table top_runner (
    edition                integer not null references top_runner_edition,
    model_code             text collate "C" not null,
    model_name             text    not null,
    enterprise             text    not null,
    enterprise_name        text    not null,
    brand                  text    not null,
    series                 text    not null,
    powertrain             text    not null,
    body_type              text    not null,
    segment                text    not null,
    footprint_grams_per_km numeric not null,
    class                  smallint,
    primary key (model_code, edition)
);
create index top_runner_by_category on top_runner (edition, powertrain, body_type, segment);
