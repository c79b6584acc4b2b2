-- What the terms of many footprints have in common stands once; a revision of an import keeps its amounts. Frames are
-- added, never changed. Revisions from elsewhere state their terms as a document.
create table term_frame (
    id       integer generated always as identity primary key,
    -- Lifetime in km, and of each term all but its amount.
    document jsonb not null
);
create unique index term_frame_document on term_frame (md5(document::text));

alter table footprint_revision
    add column term_frame   integer,
    -- In the order of the frame's terms, with | between them.
    add column term_amounts text,
    add constraint footprint_revision_terms_check check (
        (term_frame is null) = (term_amounts is null) and (terms is null or term_frame is null));

create function term_frame_is_kept() returns trigger language plpgsql as $$
begin
    raise integrity_constraint_violation using message = 'frames of terms are kept as they are', table = 'term_frame';
end $$;
create trigger term_frame_is_kept before update or delete on term_frame
    for each row execute function term_frame_is_kept();
