-- The journal is the truth; every other table can be rebuilt from it.
create table hongli.programme (
    number           integer primary key,
    id               text   not null unique,
    name             text   not null,
    terms            text   not null,
    opened_at_micros bigint not null,
    hash             bytea  not null
);

-- One wide row a decided command. Texts are JSON, times are microseconds since 1970.
create table hongli.journal (
    programme integer not null,
    position  bigint  not null,
    key       text    not null,
    command   text    not null,
    outcome   bytea   not null,
    at_micros bigint  not null,
    hash      bytea   not null,
    primary key (programme, position)
);

create table hongli.snapshot (
    programme integer not null,
    position  bigint  not null,
    digest    bytea   not null,
    primary key (programme, position)
);

create table hongli.snapshot_part (
    programme integer not null,
    position  bigint  not null,
    part      integer not null,
    data      bytea   not null,
    primary key (programme, position, part),
    foreign key (programme, position) references hongli.snapshot on delete cascade deferrable initially deferred
);

-- Snapshots are packed already where it pays; compressing them again only costs time.
alter table hongli.snapshot_part alter column data set storage external;
