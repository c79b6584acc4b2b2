-- The answer to a request that may come again is kept as it was given, whatever kind of thing it made.
alter table idempotency_key
    add column status   integer,
    add column location text,
    add column body     text;

update idempotency_key k
set status   = 202,
    location = '/api/v1/submissions/' || s.id,
    body     = json_build_object(
        'id', s.id,
        'guideline', s.guideline,
        'enterprise', s.enterprise,
        'state', 'RECEIVED',
        'submittedAt', to_char(s.submitted_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'))::text
from submission s
where s.id = k.submission;

alter table idempotency_key
    alter column status set not null,
    alter column body set not null,
    drop column submission;
