-- Answers to requests that carried an Idempotency-Key, kept in the transaction of their effect.
create table idempotency_key (
    actor        text        not null,
    key          text        not null,
    request_hash text        not null,
    status       integer     not null,
    body         text        not null,
    created_at   timestamptz not null,
    primary key (actor, key)
);
