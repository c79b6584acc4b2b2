-- What the test's handler heard, in the order in which it heard it.
create table told (
    n     bigint generated always as identity primary key,
    key   text   not null,
    value bigint not null
);
create table forbidden (value bigint primary key);
