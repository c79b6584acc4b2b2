-- What a statement wrote was kept once more to see that its revisions have a batch, a tenth of what writing them took.
-- Batches stay for ever, as revisions do, so that no writer has to hold one in place: only what is being prepared by the
-- service itself may go again, by the hand that prepares it. Which batches revisions are of is read from the key, a few
-- steps for each batch however many rows there are.
drop trigger footprint_revision_has_batch on footprint_revision;

create or replace function footprint_revision_has_batch() returns trigger language plpgsql as $$
begin
    if exists (
        with recursive held(number) as (
            select min(r.batch) from footprint_revision r
            union all
            select (select min(r.batch) from footprint_revision r where r.batch > held.number) from held
            where held.number is not null
        )
        select from held where number is not null and not exists (select from batch b where b.number = held.number))
    then
        raise foreign_key_violation using message = 'a revision is of no batch', table = 'footprint_revision';
    end if;
    return null;
end $$;
create trigger footprint_revision_has_batch after insert on footprint_revision
    for each statement execute function footprint_revision_has_batch();

drop trigger batch_keeps_revisions on batch;
drop trigger batch_keeps_revisions_and_number on batch;
drop function batch_keeps_revisions();

create function batch_stays() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and tg_level = 'ROW' then
        if old.state = 'PREPARING' and not exists (select from footprint_revision r where r.batch = old.number) then
            return old;
        end if;
    end if;
    raise integrity_constraint_violation using message = 'a batch stays, and keeps its number', table = 'batch';
end $$;
create trigger batch_stays before delete on batch
    for each row execute function batch_stays();
create trigger batch_keeps_its_number before update of number on batch
    for each row when (new.number <> old.number) execute function batch_stays();
create trigger batches_stay before truncate on batch
    for each statement execute function batch_stays();
