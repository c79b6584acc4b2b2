-- Files by which enterprises show that an answer is true; none is ever changed.
create table evidence (
    id          uuid primary key,
    number      bigint generated always as identity unique,
    enterprise  text        not null references enterprise (code),
    file_name   text        not null,
    media_type  text        not null,
    size_bytes  bigint      not null check (size_bytes > 0),
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    uploaded_at timestamptz not null,
    uploaded_by text        not null,
    unique (enterprise, sha256)
);
create index evidence_by_enterprise on evidence (enterprise, number);

create table evidence_chunk (
    evidence uuid    not null references evidence (id) on delete cascade,
    number   integer not null check (number >= 0),
    content  bytea   not null,
    primary key (evidence, number)
);
-- Documents and images are packed already.
alter table evidence_chunk alter column content set storage external;
