-- A withdrawal counts towards its publication like a footprint. Nearly every publication has none.
create table withdrawal_incoming (
    publication        integer not null,
    batch              integer not null,
    footprint_revision integer not null,
    model_code         text collate "C" not null,
    merged_into        text collate "C"
);
create index withdrawal_incoming_by_publication on withdrawal_incoming (publication);

-- Models of the edition before that an edition leaves out.
create table model_withdrawal (
    edition            integer not null references edition deferrable initially deferred,
    model_code         text collate "C" not null,
    batch              integer not null,
    footprint_revision integer not null,
    merged_into        text collate "C",
    previous_class     smallint,
    primary key (edition, model_code)
);
