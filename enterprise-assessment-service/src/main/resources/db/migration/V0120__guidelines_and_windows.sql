-- A guideline is written as a draft, then published, then answered no more. Only a draft's text changes. The defaults are
-- for instances of the version before, which may still start while this one is brought in.
alter table guideline
    add column state      text    not null default 'ACTIVE' check (state in ('DRAFT', 'ACTIVE', 'RETIRED')),
    add column version    integer not null default 1,
    add column retired_at timestamptz,
    alter column activated_at drop not null,
    add check ((state = 'DRAFT') = (activated_at is null)),
    add check ((state = 'RETIRED') = (retired_at is not null));
-- When enterprises answer a guideline, and how what they answer is reviewed.
create table assessment_window (
    id            text primary key,
    guideline     text        not null references guideline,
    title         text        not null,
    title_zh      text        not null,
    opens_at      timestamptz not null,
    deadline      timestamptz not null,
    closes_at     timestamptz,
    assessors     integer     not null check (assessors between 0 and 2),
    response_days integer     not null check (response_days between 1 and 366),
    version       integer     not null,
    check (opens_at < deadline),
    check (closes_at >= deadline)
);
create index assessment_window_by_guideline on assessment_window (guideline, opens_at);

-- Answers of another window are another submission; those of before windows are of none.
alter table submission
    add column assessment_window text references assessment_window,
    add column late              boolean not null default false;
alter table assessment
    add column assessment_window text references assessment_window;
drop index submission_current;
create unique index submission_current on submission (enterprise, guideline, coalesce(assessment_window, ''))
    where state <> 'SUPERSEDED';

-- Answers that are being gathered. One survey of an enterprise for each window.
create table survey (
    id                uuid primary key,
    guideline         text        not null references guideline,
    assessment_window text references assessment_window,
    enterprise        text        not null references enterprise,
    created_at        timestamptz not null,
    created_by        text        not null,
    changed_at        timestamptz not null,
    submission        uuid references submission,
    submitted_at      timestamptz
);
create unique index survey_current on survey (enterprise, guideline, coalesce(assessment_window, ''));

create table survey_answer (
    survey     uuid        not null references survey,
    item       text        not null,
    answer     jsonb       not null,
    version    integer     not null,
    changed_at timestamptz not null,
    changed_by text        not null,
    primary key (survey, item)
);

-- Who else may fill in part of a survey, and until when.
create table survey_delegation (
    id         uuid primary key,
    survey     uuid        not null references survey,
    subject    text        not null,
    items      text[]      not null check (cardinality(items) > 0),
    note       text,
    until      timestamptz,
    created_at timestamptz not null,
    created_by text        not null,
    ended_at   timestamptz,
    ended_by   text,
    check ((ended_at is null) = (ended_by is null))
);
create index survey_delegation_by_survey on survey_delegation (survey);
create index survey_delegation_by_subject on survey_delegation (subject);
