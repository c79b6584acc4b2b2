-- The audit trail of the library audit: the tables are those of disclosure-service (V0140 there).
-- Who did what, when and from which file. Each entry's hash covers its content and the hash before
-- it, so that the chain shows what was taken out or altered.
create table audit_entry (
    position      bigint primary key check (position > 0),
    at            timestamptz not null,
    actor         text not null,
    action        text not null,
    subject       text not null,
    file_hash     text,
    details       text not null,
    previous_hash text not null,
    hash          text not null
);
create index audit_entry_by_actor on audit_entry (actor, position);
create index audit_entry_by_action on audit_entry (action, position);
create index audit_entry_by_subject on audit_entry (subject, position);
create index audit_entry_by_time on audit_entry (at);

-- The last entry: its row is the lock under which entries get their place, and tells when the end
-- of the chain is missing.
create table audit_head (
    only_row boolean primary key default true check (only_row),
    position bigint not null check (position >= 0),
    hash     text   not null
);
insert into audit_head (position, hash) values (0, repeat('0', 64));

create function refuse_audit_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit trail is append-only: % on % is refused', tg_op, tg_table_name
        using errcode = 'insufficient_privilege';
end $$;

create function advance_audit_head() returns trigger language plpgsql as $$
begin
    if new.position <= old.position or not exists (
        select from audit_entry e where e.position = new.position and e.hash = new.hash) then
        raise exception 'the audit trail only moves on, to an entry that is there'
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;

create trigger append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_audit_change();
create trigger append_only before insert or delete or truncate on audit_head
    for each statement execute function refuse_audit_change();
create trigger moves_on before update on audit_head
    for each row execute function advance_audit_head();
-- Also where a session calls itself a replica, which passes ordinary triggers by.
alter table audit_entry enable always trigger append_only;
alter table audit_head enable always trigger append_only;
alter table audit_head enable always trigger moves_on;
