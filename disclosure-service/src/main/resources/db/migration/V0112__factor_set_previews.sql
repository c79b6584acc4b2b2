-- What the published footprints would be under another factor set: calculated in steps that remember how far they
-- came, and never published.
create table factor_set_preview (
    id                uuid primary key,
    factor_set        text        not null references factor_set,
    -- The set as it was when the preview was asked for: a draft may change meanwhile.
    document          jsonb       not null,
    state             text        not null check (state in ('RUNNING', 'COMPLETED', 'FAILED')),
    created_at        timestamptz not null,
    created_by        text        not null,
    -- Published models when it began; null before the first step.
    population        bigint,
    -- The last model code that was looked at; empty before the first.
    cursor            text collate "C" not null default '',
    models            bigint      not null default 0,
    not_recalculable  bigint      not null default 0,
    implausible       bigint      not null default 0,
    attempts          integer     not null default 0,
    failure           text,
    completed_at      timestamptz,
    result            jsonb,
    check ((state = 'COMPLETED') = (result is not null))
);
create index factor_set_preview_running on factor_set_preview (created_at) where state = 'RUNNING';

-- One row for each recalculated model of a running preview; gone when it is complete.
create table factor_set_preview_change (
    preview          uuid not null references factor_set_preview,
    powertrain       text not null,
    enterprise       text collate "C" not null,
    grams_per_km     numeric not null
);
create index factor_set_preview_change_by_preview on factor_set_preview_change (preview);
