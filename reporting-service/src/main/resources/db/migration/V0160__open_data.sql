-- Files of an edition's models for everybody, made once and never changed: `bytes` and `sha256` are of the plain file, `crc32` is what
-- its gzip form ends with.
create table open_data_file (
    edition    integer  not null,
    format     text     not null,
    models     bigint   not null,
    bytes      bigint   not null,
    gzip_bytes bigint   not null,
    sha256     text     not null,
    crc32      bigint   not null,
    pieces     integer  not null,
    primary key (edition, format)
);

-- The file in pieces that each can be inflated alone and together are one deflated stream. So a download holds no connection while its
-- client is slow, and no more than a piece in memory.
create table open_data_piece (
    edition  integer not null,
    format   text    not null,
    number   integer not null,
    raw      integer not null,
    deflated bytea   not null,
    primary key (edition, format, number)
);
-- They are compressed already.
alter table open_data_piece alter column deflated set storage external;
