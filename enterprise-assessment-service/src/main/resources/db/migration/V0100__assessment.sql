-- A guideline never changes once it is here: another text is another id.
create table guideline (
    id           text primary key,
    definition   jsonb       not null,
    activated_at timestamptz not null
);

-- What disclosure told of enterprises. The row is also the lock under which anything is written or told
-- about an enterprise, so that its events leave in the order of the facts.
create table enterprise (
    code       text primary key,
    name       text    not null,
    group_name text,
    aliases    text[]  not null,
    revision   bigint  not null
);

create table submission (
    id              uuid primary key,
    guideline       text        not null references guideline,
    enterprise      text        not null references enterprise,
    enterprise_name text        not null,
    answers         jsonb       not null,
    state           text        not null check (state in ('RECEIVED', 'SCORED', 'SUPERSEDED')),
    submitted_at    timestamptz not null,
    submitted_by    text        not null,
    superseded_by   uuid references submission deferrable initially deferred,
    check ((state = 'SUPERSEDED') = (superseded_by is not null))
);
-- One submission of an enterprise counts.
create unique index submission_current on submission (enterprise, guideline) where state <> 'SUPERSEDED';

create table assessment (
    id              uuid primary key,
    number          bigint generated always as identity unique,
    submission      uuid        not null unique references submission,
    guideline       text        not null references guideline,
    enterprise      text        not null references enterprise,
    enterprise_name text        not null,
    outcome         jsonb       not null,
    state           text        not null check (state in ('AWARDED', 'CONFIRMED', 'PUBLISHED', 'SUPERSEDED')),
    version         integer     not null,
    awarded_at      timestamptz not null,
    confirmed_at    timestamptz,
    confirmed_by    text,
    published_at    timestamptz,
    published_by    text,
    check ((confirmed_at is null) = (confirmed_by is null)),
    check ((published_at is null) = (published_by is null)),
    check ((state = 'PUBLISHED') = (published_at is not null))
);
create index assessment_by_enterprise on assessment (enterprise, number);

-- What a request that comes again is answered with.
create table idempotency_key (
    actor        text        not null,
    key          text        not null,
    request_hash text        not null,
    submission   uuid        not null references submission deferrable initially deferred,
    created_at   timestamptz not null,
    primary key (actor, key)
);
