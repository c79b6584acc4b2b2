-- A review is closed, its models are recalculated where need be, and a round may be cancelled.
alter table batch drop constraint batch_state_check;
alter table batch add constraint batch_state_check check (
    state in ('DRAFT', 'IN_REVIEW', 'RECALCULATING', 'PUBLISHING', 'PUBLISHED', 'CANCELLED'));
alter table batch
    add column cut_off                date,
    add column review_closed_at       timestamptz,
    add column review_closed_by       text,
    -- Publish by itself as soon as the recalculation is done.
    add column publication_wanted     boolean not null default false,
    -- The last model code that was looked at; null before the first.
    add column recalculation_cursor   text collate "C",
    add column recalculated_models    bigint  not null default 0,
    add column recalculation_started_at timestamptz,
    add column recalculated_at        timestamptz,
    add column cancelled_at           timestamptz,
    add column cancelled_by           text,
    add column cancellation_reason    text,
    add constraint batch_cancelled_check check ((cancelled_at is not null) = (state = 'CANCELLED'));

-- Deadlines given after the launch of a batch, as history: the latest is in force.
create table deadline_extension (
    id         uuid primary key,
    batch      integer     not null references batch,
    -- null: for all
    enterprise text collate "C" references enterprise,
    previous   date        not null,
    deadline   date        not null check (deadline > previous),
    reason     text        not null,
    granted_at timestamptz not null,
    granted_by text        not null
);
create index deadline_extension_by_batch on deadline_extension (batch, granted_at);

-- Models that a factor set cannot calculate any more; they keep the revision that they have.
create table recalculation_refusal (
    batch      integer not null references batch,
    model_code text collate "C" not null,
    factor_set text    not null,
    message    text    not null,
    primary key (batch, model_code, factor_set)
);

alter table feedback_form
    -- The order of receipt.
    add column sequence             bigint generated always as identity,
    add column superseded_by        uuid references feedback_form,
    add column media_type           text,
    add column file_sha256          text,
    add column template_version     text,
    add column corrected            bigint not null default 0,
    add column agreed               bigint not null default 0,
    add column not_identifiable     bigint not null default 0,
    add column out_of_scope         bigint not null default 0,
    add column no_longer_produced   bigint not null default 0;
create index feedback_form_by_batch on feedback_form (batch, sequence);

-- What a form said of a model; never changed afterwards.
create table feedback_answer (
    feedback_form uuid    not null references feedback_form,
    model_code    text collate "C" not null,
    row           bigint,
    remark        text    not null check (
        remark in ('AGREED', 'CORRECTED', 'NOT_IDENTIFIABLE', 'OUT_OF_SCOPE', 'NO_LONGER_PRODUCED')),
    comment       text,
    primary key (feedback_form, model_code)
);

-- What counts of a model in a review: the last answer, or silence until the deadline.
create table review_answer (
    batch         integer not null references batch,
    model_code    text collate "C" not null,
    enterprise    text collate "C" not null,
    remark        text    not null check (
        remark in ('AGREED', 'CORRECTED', 'NOT_IDENTIFIABLE', 'OUT_OF_SCOPE', 'NO_LONGER_PRODUCED', 'SILENT')),
    comment       text,
    feedback_form uuid references feedback_form,
    -- Of silence: the moment from which it counted as agreement.
    answered_at   timestamptz not null,
    primary key (batch, model_code),
    check ((feedback_form is null) = (remark = 'SILENT'))
);
create index review_answer_by_form on review_answer (feedback_form) where feedback_form is not null;

create table feedback_evidence (
    id            uuid primary key,
    sequence      bigint generated always as identity,
    feedback_form uuid        not null references feedback_form,
    file_name     text        not null,
    media_type    text        not null,
    size_bytes    bigint      not null,
    sha256        text        not null,
    uploaded_at   timestamptz not null,
    uploaded_by   text        not null,
    content       bytea       not null
);
create index feedback_evidence_by_form on feedback_evidence (feedback_form, sequence);
-- Photographs and scans are packed already.
alter table feedback_evidence alter column content set storage external;

-- Forms from before: every row of theirs was a correction.
update feedback_form set corrected = rows_accepted;
insert into feedback_answer (feedback_form, model_code, remark)
select r.feedback_form, r.model_code, 'CORRECTED'
from footprint_revision r join feedback_form f on f.id = r.feedback_form;
insert into review_answer (batch, model_code, enterprise, remark, feedback_form, answered_at)
select distinct on (r.batch, r.model_code)
       r.batch, r.model_code, r.enterprise, 'CORRECTED', r.feedback_form, r.created_at
from footprint_revision r join feedback_form f on f.id = r.feedback_form
order by r.batch, r.model_code, r.revision desc;
update feedback_form f
set superseded_by = (
    select n.id from feedback_form n
    where n.batch = f.batch and n.enterprises && f.enterprises and n.uploaded_at > f.uploaded_at
    order by n.uploaded_at desc limit 1)
where not exists (select from review_answer a where a.feedback_form = f.id);
