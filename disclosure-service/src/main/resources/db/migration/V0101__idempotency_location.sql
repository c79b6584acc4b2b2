-- A repeated creation names what it created, as the first answer did.
alter table idempotency_key add column location text;
