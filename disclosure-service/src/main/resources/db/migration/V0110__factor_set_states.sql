-- A factor set is a draft until it is put in force, then active, then retired by its successor.
alter table factor_set
    add column state        text        not null default 'DRAFT' check (state in ('DRAFT', 'ACTIVE', 'RETIRED')),
    add column version      bigint      not null default 1,
    add column activated_at timestamptz,
    add column activated_by text,
    add column retired_at   timestamptz,
    add column replaced_by  text references factor_set;

-- What was calculated with has been in force; the last one of them is taken to be so still.
update factor_set s
   set state = 'RETIRED', activated_at = s.stored_at, activated_by = 'migration', retired_at = clock_timestamp()
 where exists (select from footprint_revision f where f.factor_set = s.id);
update factor_set
   set state = 'ACTIVE', retired_at = null
 where id = (select factor_set from footprint_revision where factor_set is not null
              order by created_at desc, model_code limit 1);

alter table factor_set
    add check ((state = 'DRAFT') = (activated_at is null)),
    add check ((state = 'RETIRED') = (retired_at is not null));
create unique index factor_set_active on factor_set (state) where state = 'ACTIVE';
