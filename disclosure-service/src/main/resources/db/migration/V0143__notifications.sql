-- What an automaker must know. Texts are made when it is read, in the reader's language.
create table notification (
    id         bigint generated always as identity primary key,
    enterprise text collate "C" not null references enterprise,
    kind       text not null check (
        kind in ('REVIEW_OPENED', 'DEADLINE_NEAR', 'DEADLINE_EXTENDED', 'QUESTION', 'RECALCULATED',
                 'CANCELLED', 'PUBLISHED')),
    -- The fact that it tells of: a fact is told to an enterprise once.
    fact       text  not null,
    batch      integer not null references batch,
    parameters jsonb not null,
    at         timestamptz not null,
    read_at    timestamptz,
    read_by    text,
    unique (enterprise, kind, fact)
);
create index notification_by_enterprise on notification (enterprise, id);
