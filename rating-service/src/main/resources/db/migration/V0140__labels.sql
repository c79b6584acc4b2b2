create table idempotency_key (
    actor        text        not null,
    key          text        not null,
    request_hash text        not null,
    status       integer     not null,
    location     text,
    body         text        not null,
    created_at   timestamptz not null,
    primary key (actor, key)
);

-- An application for a label and, once it is approved, its certificate.
create table label (
    id                bigint generated always as identity primary key,
    kind              text        not null check (kind in ('CLASS', 'TOP_RUNNER')),
    state             text        not null
        check (state in ('APPLIED', 'REJECTED', 'VALID', 'SUSPENDED', 'REVOKED', 'EXPIRED')),
    model_code        text collate "C" not null,
    model_name        text        not null,
    enterprise        text        not null,
    enterprise_name   text        not null,
    applied_edition   integer     not null,
    applied_class     smallint    not null,
    applied_at        timestamptz not null,
    applied_by        text        not null,
    -- The last change of state: why, and of which edition it takes account.
    changed_at        timestamptz not null,
    changed_by        text        not null,
    reason_code       text,
    reason            text,
    changed_edition   integer,
    -- The certificate: written when it is issued, never changed.
    serial            text unique,
    edition           integer,
    class             smallint check (class between 1 and 5),
    class_title       text,
    class_title_zh    text,
    footprint_grams_per_km numeric,
    powertrain        text,
    body_type         text,
    segment           text,
    brand             text,
    series            text,
    issued_at         timestamptz,
    valid_until       timestamptz,
    status_list       integer,
    status_index      integer,
    credential        text,
    unique (status_list, status_index),
    check ((serial is null) = (state in ('APPLIED', 'REJECTED'))),
    check ((serial is null) = (credential is null))
);
-- One open application or valid certificate per kind and model.
create unique index label_in_force on label (kind, model_code) where state in ('APPLIED', 'VALID');
create index label_by_model on label (model_code, id);
create index label_by_enterprise on label (enterprise, id);
create index label_valid on label (id) where state = 'VALID';
create index label_expiry on label (valid_until) where state in ('VALID', 'SUSPENDED');
-- What a status list is made of.
create index label_out_of_force on label (status_list, state, status_index) where state in ('SUSPENDED', 'REVOKED');

-- Serial numbers without gaps: taken under the row's lock, given back by a rollback.
create table label_serial (
    year integer primary key,
    last integer not null
);

-- Pairs of status lists (revocation, suspension) and how many of their entries are taken.
create table label_status_list (
    number   integer primary key,
    assigned integer not null
);

-- The signing keys, encrypted under a password that is not in the database. Changed under the row's lock.
create table label_keystore (
    id         integer primary key check (id = 1),
    revision   text        not null,
    pkcs12     bytea       not null,
    changed_at timestamptz not null
);
