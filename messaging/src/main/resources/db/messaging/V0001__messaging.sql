-- What this database's outbox is called on the wire: a restored or newly made database is a new
-- source, so that consumers never take its positions for those of the former one.
create table outbox_state (
    only_row      boolean primary key default true check (only_row),
    incarnation   uuid   not null default gen_random_uuid(),
    next_position bigint not null default 1
);
insert into outbox_state default values;

-- One row holds one event or many of the same topic and type. `position` is the place of its first
-- event in the order of this source, given by the relay before it sends.
create table outbox (
    id          bigint generated always as identity primary key,
    position    bigint,
    topic       text        not null,
    type        text        not null,
    events      integer     not null check (events > 0),
    headers     text,
    traceparent text,
    created_at  timestamptz not null default clock_timestamp(),
    body        bytea       not null
);
-- Bodies are compressed by the writer.
alter table outbox alter column body set storage external;
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500,
    toast.autovacuum_vacuum_scale_factor = 0, toast.autovacuum_vacuum_threshold = 5000);
create index outbox_without_position on outbox (id) where position is null;
create index outbox_by_position on outbox (position) where position is not null;

-- Positions of one source grow along each partition; all up to last_position have taken effect.
create table inbox (
    source        text    not null,
    topic         text    not null,
    partition     integer not null,
    last_position bigint  not null,
    primary key (source, topic, partition)
);

create table dead_letter (
    id            bigint generated always as identity primary key,
    topic         text        not null,
    partition     integer     not null,
    record_offset bigint      not null,
    record_time   timestamptz not null,
    source        text,
    position      bigint,
    type          text,
    key           text,
    event_time    timestamptz,
    payload       bytea,
    reason        text        not null,
    failed_at     timestamptz not null,
    state         text        not null default 'DEAD' check (state in ('DEAD', 'REDRIVEN')),
    redriven_at   timestamptz,
    redriven_by   text,
    unique (topic, partition, record_offset, record_time)
);
create index dead_letter_waiting on dead_letter (id) where state = 'DEAD';
