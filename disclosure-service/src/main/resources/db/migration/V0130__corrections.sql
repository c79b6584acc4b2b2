-- Corrections of what is published are batches of their own: they are filled by the service and published at once.
alter table batch drop constraint batch_state_check;
alter table batch add constraint batch_state_check check (state in
    ('DRAFT', 'IN_REVIEW', 'RECALCULATING', 'PREPARING', 'PUBLISHING', 'PUBLISHED', 'CANCELLED'));
alter table batch
    -- What kind of correction it is; null for a disclosure round.
    add column correction         text check (correction in
        ('CORRECTION', 'WITHDRAWAL', 'ON_SALE', 'RENAMING', 'MERGER', 'FACTOR_SET')),
    add column reason             text,
    -- Of a recalculation: the factor set, and the last model code that was looked at.
    add column factor_set         text references factor_set,
    add column preparation_cursor text collate "C" not null default '',
    add constraint batch_reason_check check ((correction is not null) = (reason is not null)),
    add constraint batch_preparing_check check (state <> 'PREPARING' or correction is not null);
create index batch_corrections on batch (publication) where correction is not null;

alter table footprint_revision
    -- The revision says that the model is not published any more, and which one stands for it.
    add column withdrawn   boolean not null default false,
    add column merged_into text collate "C",
    add constraint footprint_revision_merged_check check (merged_into is null or withdrawn);
create index footprint_revision_withdrawn on footprint_revision (batch) where withdrawn;

-- Models that a factor set cannot calculate; they keep what is published of them.
create table recalculation_exception (
    batch      integer not null references batch,
    model_code text collate "C" not null,
    message    text    not null,
    primary key (batch, model_code)
);
