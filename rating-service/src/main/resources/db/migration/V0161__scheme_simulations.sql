-- A scheme tried on an edition. What is found is kept; nothing else changes. Like editions, simulations stay.
create table scheme_simulation (
    id            uuid primary key,
    position      bigint generated always as identity unique,
    edition       integer     not null references edition,
    -- The scheme as it was then, its bounds replaced by those that were fitted once it is done.
    kind          text        not null,
    scheme        jsonb       not null,
    wanted_shares numeric[],
    created_at    timestamptz not null,
    created_by    text        not null,
    finished_at   timestamptz,
    failure       text,
    result        jsonb,
    check (failure is null or result is null),
    check ((finished_at is null) = (failure is null and result is null))
);
create index scheme_simulation_waiting on scheme_simulation (position) where finished_at is null;
