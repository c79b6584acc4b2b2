-- That a revision belongs to a batch was checked row by row, which cost as much as writing the row. What one statement
-- writes is checked at once now, by the same rule and the same locks: a batch cannot go while revisions of it come.
alter table footprint_revision drop constraint footprint_revision_batch_fkey;

create function footprint_revision_has_batch() returns trigger language plpgsql as $$
declare
    wanted integer[];
    held   integer;
begin
    select array_agg(batch) into wanted from (select batch from added group by batch) b;
    select count(*) into held
    from (select from batch where number = any (wanted) for key share) locked;
    if held < cardinality(wanted) then
        raise foreign_key_violation using message = 'a revision is of no batch', table = 'footprint_revision';
    end if;
    return null;
end $$;
create trigger footprint_revision_has_batch after insert on footprint_revision
    referencing new table as added for each statement execute function footprint_revision_has_batch();

create function footprint_revision_keeps_batch() returns trigger language plpgsql as $$
begin
    raise integrity_constraint_violation using message = 'a revision stays in its batch', table = 'footprint_revision';
end $$;
create trigger footprint_revision_keeps_batch before update of batch on footprint_revision
    for each row when (new.batch <> old.batch) execute function footprint_revision_keeps_batch();

create function batch_keeps_revisions() returns trigger language plpgsql as $$
begin
    -- The row is locked by now, so that whoever was adding revisions is done.
    if exists (select from footprint_revision r where r.batch = old.number) then
        raise foreign_key_violation using message = 'revisions are of this batch', table = 'batch';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger batch_keeps_revisions before delete on batch
    for each row execute function batch_keeps_revisions();
create trigger batch_keeps_revisions_and_number before update of number on batch
    for each row when (new.number <> old.number) execute function batch_keeps_revisions();
