-- An enterprise that was merged stays, under its code, and says into which one.
alter table enterprise add column merged_into text collate "C" references enterprise
    check (merged_into <> code);

-- What an enterprise was called, and why that changed; one row for each of its revisions.
create table enterprise_change (
    enterprise text collate "C" not null references enterprise,
    revision   integer     not null,
    kind       text        not null check (
        kind in ('REGISTERED', 'CHANGED', 'RENAMED', 'MERGED_INTO', 'MERGED')),
    at         timestamptz not null,
    actor      text        not null,
    name       text        not null,
    group_name text,
    aliases    text[]      not null,
    other      text collate "C" references enterprise,
    reason     text,
    primary key (enterprise, revision),
    check ((other is not null) = (kind in ('MERGED_INTO', 'MERGED')))
);

-- Of what is there already only the present state is known.
insert into enterprise_change (enterprise, revision, kind, at, actor, name, group_name, aliases)
select e.code, e.revision, case e.revision when 1 then 'REGISTERED' else 'CHANGED' end,
       e.registered_at, e.registered_by, e.name, e.group_name,
       array(select n.spelling from enterprise_name n
             where n.enterprise = e.code and n.kind = 'ALIAS' order by n.match_key)
from enterprise e;

-- What is published of an enterprise that is renamed or merged is a correction.
alter table batch drop constraint batch_correction_check;
alter table batch add constraint batch_correction_check check (correction in
    ('CORRECTION', 'WITHDRAWAL', 'ON_SALE', 'RENAMING', 'MERGER', 'FACTOR_SET', 'ENTERPRISE'));
