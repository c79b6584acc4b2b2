-- What stands out in a batch before it is published. One row per model and rule; it is found anew
-- by every scan, and keeps what was said about it.
create table outlier (
    id          uuid primary key,
    batch       integer not null references batch,
    model_code  text collate "C" not null,
    rule        text collate "C" not null,
    enterprise  text collate "C" not null,
    revision    integer not null,
    evidence    jsonb   not null,
    state       text    not null
        check (state in ('OPEN', 'QUESTIONED', 'ANSWERED', 'ACCEPTED', 'RESOLVED')),
    found_at    timestamptz not null,
    changed_at  timestamptz not null,
    unique (batch, model_code, rule)
);
create index outlier_by_enterprise on outlier (enterprise, batch);

create table outlier_remark (
    outlier uuid    not null references outlier,
    number  integer not null check (number > 0),
    kind    text    not null check (kind in ('QUESTION', 'ANSWER', 'ACCEPTANCE')),
    text    text    not null,
    actor   text    not null,
    at      timestamptz not null,
    primary key (outlier, number)
);

-- Scans that were asked for: a scan deletes what it has seen, in its transaction, so that a crash
-- loses none, and whoever asks waits for nobody.
create table outlier_scan_request (
    id    bigint generated always as identity primary key,
    batch integer not null references batch
);
create table outlier_scan (
    batch      integer primary key references batch,
    models     bigint      not null,
    scanned_at timestamptz not null
);
-- What is there already and not published is looked through once.
insert into outlier_scan_request (batch)
select number from batch where state in ('DRAFT', 'IN_REVIEW') and models > 0;
