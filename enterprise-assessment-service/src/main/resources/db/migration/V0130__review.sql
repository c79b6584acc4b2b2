-- The way of an assessment through review, appeal, silence and re-assessment.
alter table assessment
    drop constraint assessment_state_check,
    drop constraint assessment_check2,
    add constraint assessment_state check (state in (
        'AWARDED', 'IN_REVIEW', 'REVIEWED', 'SHARED', 'APPEALED', 'DECIDED', 'CONFIRMED', 'FINAL', 'PUBLISHED', 'SUPERSEDED')),
    -- The rule under which it was awarded: a later change of the rules does not reach it. The defaults are for instances of
    -- the version before, which go on awarding while this one is brought in.
    add column assessors_required   integer not null default 0 check (assessors_required between 0 and 2),
    add column response_days        integer not null default 30 check (response_days > 0),
    -- Items answered with yes that the outcome takes as not met.
    add column rejected             text[]  not null default '{}',
    add column shared_at            timestamptz,
    add column response_deadline    timestamptz,
    add column confirmed_by_silence boolean not null default false,
    add column reassessment_reason  text,
    add column reassessment_at      timestamptz,
    add column reassessment_by      text,
    add column superseded_by        uuid references assessment,
    add check (state <> 'PUBLISHED' or published_at is not null),
    add check (published_at is null or state in ('PUBLISHED', 'SUPERSEDED')),
    add check ((shared_at is null) = (response_deadline is null)),
    add check (not confirmed_by_silence or confirmed_at is not null),
    add check ((reassessment_at is null) = (reassessment_reason is null) and (reassessment_at is null) = (reassessment_by is null)),
    add check (superseded_by is null or state = 'SUPERSEDED');

update assessment a
set superseded_by = successor.id
from submission s
         join assessment successor on successor.submission = s.superseded_by
where s.id = a.submission
  and a.state = 'SUPERSEDED';

-- Members see one result of an enterprise under a guideline.
create unique index assessment_published on assessment (enterprise, guideline, coalesce(assessment_window, ''))
    where state = 'PUBLISHED';
create index assessment_silent on assessment (response_deadline) where state = 'SHARED';

-- Every scoring there was, one for each cause.
create table assessment_scoring (
    assessment uuid        not null references assessment,
    cause      text        not null check (cause in ('SUBMISSION', 'REVIEW', 'APPEAL')),
    outcome    jsonb       not null,
    scored_at  timestamptz not null,
    primary key (assessment, cause)
);
insert into assessment_scoring (assessment, cause, outcome, scored_at)
select id, 'SUBMISSION', outcome, awarded_at from assessment;

create table review (
    assessment   uuid primary key references assessment,
    number       bigint generated always as identity unique,
    started_at   timestamptz not null,
    started_by   text        not null,
    completed_at timestamptz,
    completed_by text,
    -- What the assessors agreed to reject; known when the review is complete.
    rejected     text[],
    check ((completed_at is null) = (completed_by is null)),
    check ((completed_at is null) = (rejected is null))
);

-- Who was ever assigned; still is while not removed.
create table review_assessor (
    assessment  uuid        not null references review,
    assessor    text        not null,
    assigned_at timestamptz not null,
    assigned_by text        not null,
    removed_at  timestamptz,
    primary key (assessment, assessor, assigned_at)
);
create unique index review_assessor_assigned on review_assessor (assessment, assessor) where removed_at is null;
create index review_assessor_work on review_assessor (assessor) where removed_at is null;

-- Every decision there was; the latest of an assessor on an item counts.
create table review_decision (
    number     bigint generated always as identity primary key,
    assessment uuid        not null references review,
    item       text        not null,
    assessor   text        not null,
    verdict    text        not null check (verdict in ('ACCEPT', 'REJECT', 'ASK')),
    reason     text,
    decided_at timestamptz not null,
    check (verdict = 'ACCEPT' or reason is not null)
);
create index review_decision_of on review_decision (assessment, item, assessor, number);

create table review_question (
    id           uuid primary key,
    number       bigint generated always as identity unique,
    assessment   uuid        not null references review,
    item         text        not null,
    question     text        not null,
    asked_by     text        not null,
    asked_at     timestamptz not null,
    answer       text,
    evidence     uuid[],
    answered_by  text,
    answered_at  timestamptz,
    -- The asker decided without an answer, or was taken off the review.
    withdrawn_at timestamptz,
    check ((answered_at is null) = (answer is null) and (answered_at is null) = (answered_by is null)
        and (answered_at is null) = (evidence is null)),
    check (withdrawn_at is null or answered_at is null)
);
create index review_question_of on review_question (assessment, number);

-- One appeal of an assessment.
create table appeal (
    assessment uuid primary key references review,
    filed_at   timestamptz not null,
    filed_by   text        not null,
    decided_at timestamptz,
    decided_by text,
    check ((decided_at is null) = (decided_by is null))
);

create table appeal_item (
    assessment    uuid    not null references appeal,
    item          text    not null,
    reason        text    not null,
    evidence      uuid[]  not null,
    ruling        text check (ruling in ('UPHOLD', 'GRANT')),
    ruling_reason text,
    ruled_by      text,
    ruled_at      timestamptz,
    primary key (assessment, item),
    check ((ruling is null) = (ruling_reason is null) and (ruling is null) = (ruled_by is null)
        and (ruling is null) = (ruled_at is null))
);

create table conflict_of_interest (
    id          uuid primary key,
    number      bigint generated always as identity unique,
    assessor    text        not null,
    enterprise  text        not null references enterprise,
    reason      text        not null,
    last_day    date,
    declared_by text        not null,
    declared_at timestamptz not null,
    ended_by    text,
    ended_at    timestamptz,
    check ((ended_at is null) = (ended_by is null))
);
create index conflict_of_interest_open on conflict_of_interest (assessor, enterprise) where ended_at is null;
