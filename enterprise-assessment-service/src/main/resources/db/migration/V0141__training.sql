create table training_session (
    id           uuid primary key,
    number       bigint generated always as identity unique,
    title        text        not null,
    title_zh     text        not null,
    starts_on    date        not null,
    ends_on      date        not null check (ends_on >= starts_on),
    place        text        not null,
    valid_months integer     not null check (valid_months > 0),
    capacity     integer     not null check (capacity > 0),
    state        text        not null check (state in ('PLANNED', 'HELD', 'CLOSED')),
    created_at   timestamptz not null,
    created_by   text        not null
);

create table training_participant (
    id            uuid primary key,
    number        bigint generated always as identity unique,
    session       uuid        not null references training_session,
    enterprise    text        not null references enterprise,
    name          text        not null,
    personal_key  text        not null,
    -- Null where nothing is entered.
    attended      boolean,
    points        numeric,
    passed        boolean,
    registered_at timestamptz not null,
    registered_by text        not null,
    unique (session, enterprise, personal_key),
    check (attended or not passed)
);
create index training_participant_by_enterprise on training_participant (enterprise);

create table training_certificate (
    number            text primary key,
    sequence          bigint generated always as identity unique,
    participant       uuid        not null unique references training_participant,
    valid_from        date        not null,
    valid_to          date        not null,
    issued_at         timestamptz not null,
    issued_by         text        not null,
    revoked_at        timestamptz,
    revoked_by        text,
    revocation_reason text,
    check ((revoked_at is null) = (revoked_by is null)),
    check ((revoked_at is null) = (revocation_reason is null))
);
