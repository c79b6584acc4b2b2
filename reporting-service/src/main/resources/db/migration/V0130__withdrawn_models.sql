-- Models that an edition does not take over from the one before. Few, and in few editions.
create table withdrawn_model (
    edition     integer not null,
    model_code  text    not null,
    merged_into text
);
create index withdrawn_model_by_edition on withdrawn_model (edition);
