-- What a publication was: an edition says what made it due. Null for those announced before this was noted.
alter table publication add column kind text check (kind in ('BATCH', 'CORRECTION', 'WITHDRAWAL'));
