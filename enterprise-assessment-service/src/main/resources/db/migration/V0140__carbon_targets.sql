-- A version of a pathway never changes: published targets hang on it.
create table sector_pathway (
    id         text        not null,
    version    integer     not null,
    definition jsonb       not null,
    saved_at   timestamptz not null,
    saved_by   text        not null,
    primary key (id, version)
);

create table carbon_target (
    id                uuid primary key,
    number            bigint generated always as identity unique,
    version           integer     not null default 0,
    enterprise        text        not null references enterprise,
    scope             text        not null check (scope in ('ORGANIZATION', 'PRODUCT')),
    boundary          jsonb       not null,
    stage             text        not null
        check (stage in ('COMMITTED', 'SUBMITTED', 'VALIDATED', 'PUBLISHED', 'WITHDRAWN')),
    -- As last written; it is OVERDUE as soon as next_due_on is over.
    state             text        not null
        check (state in ('COMMITTED', 'SUBMITTED', 'VALIDATED', 'PUBLISHED', 'ON_TRACK', 'BEHIND', 'OVERDUE',
                         'WITHDRAWN')),
    next_due_on       date,
    committed_at      timestamptz not null,
    committed_by      text        not null,
    submission_due_on date        not null,
    round             integer     not null default 0,
    approvals_needed  integer,
    submitted_at      timestamptz,
    validated_at      timestamptz,
    published_at      timestamptz,
    withdrawn_at      timestamptz,
    withdrawal_reason text,
    check ((stage = 'WITHDRAWN') = (withdrawn_at is not null)),
    check ((withdrawn_at is null) = (withdrawal_reason is null)),
    check (stage <> 'PUBLISHED' or published_at is not null)
);
create index carbon_target_by_enterprise on carbon_target (enterprise, number);
create index carbon_target_due on carbon_target (next_due_on) where state <> 'OVERDUE';

-- The highest revision counts.
create table carbon_target_definition (
    target     uuid        not null references carbon_target,
    revision   integer     not null,
    definition jsonb       not null,
    saved_at   timestamptz not null,
    saved_by   text        not null,
    primary key (target, revision)
);

create table carbon_target_expert (
    target   uuid    not null references carbon_target,
    round    integer not null,
    subject  text    not null,
    vote     text check (vote in ('APPROVE', 'REJECT', 'ABSTAIN')),
    reason   text,
    voted_at timestamptz,
    primary key (target, round, subject),
    check ((vote is null) = (reason is null)),
    check ((vote is null) = (voted_at is null))
);

-- The highest revision of a year counts.
create table carbon_target_report (
    target      uuid        not null references carbon_target,
    year        integer     not null,
    revision    integer     not null,
    value       numeric     not null check (value >= 0),
    evidence    jsonb       not null,
    comment     text,
    reported_at timestamptz not null,
    reported_by text        not null,
    primary key (target, year, revision)
);

create table carbon_target_history (
    target uuid        not null references carbon_target,
    number integer     not null,
    fact   text        not null,
    state  text        not null,
    detail text,
    actor  text,
    at     timestamptz not null,
    primary key (target, number)
);

insert into sector_pathway (id, version, definition, saved_at, saved_by)
values ('passenger-cars-illustrative', 1,
        '{"id": "passenger-cars-illustrative", "version": 1,
          "title": "Passenger cars, life cycle per vehicle-km (illustrative)",
          "unit": "GCO2E_PER_KM", "activityUnit": "billion vehicle-km", "ambition": "WELL_BELOW_2",
          "source": "Illustrative values written for this platform; they stand for no published pathway.",
          "illustrative": true,
          "points": [
            {"year": 2015, "intensity": 270, "activity": 2400},
            {"year": 2020, "intensity": 250, "activity": 3000},
            {"year": 2030, "intensity": 150, "activity": 4000},
            {"year": 2040, "intensity": 80, "activity": 4600},
            {"year": 2050, "intensity": 40, "activity": 5000}]}',
        timestamptz '2024-01-01 00:00:00+00', 'platform');
