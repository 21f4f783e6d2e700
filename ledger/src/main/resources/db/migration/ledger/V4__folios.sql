-- The journal in folios: one row a run of commands that were decided together. Journals of rows are not carried over.
truncate hongli.programme, hongli.snapshot, hongli.snapshot_part,
    hongli.projector, hongli.posting, hongli.price, hongli.dividend;

drop table hongli.journal;

create table hongli.journal (
    programme integer not null,
    first     bigint  not null,
    count     integer not null,
    content   bytea   not null,
    hash      bytea   not null,
    primary key (programme, first)
);

-- Older folios, bound and compressed: what is in a volume is no longer in the journal's own table.
create table hongli.volume (
    programme integer not null,
    first     bigint  not null,
    last      bigint  not null,
    content   bytea   not null,
    primary key (programme, first)
);

-- The content is written tightly already: compressing it row by row costs more time than it saves room.
alter table hongli.journal alter column content set storage external;
alter table hongli.volume alter column content set storage external;

-- The journal's table is only as large as what waits to be bound: its room is used again soon, and never given back in
-- one go, which would keep the writer waiting.
alter table hongli.journal set (
    autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 5000, vacuum_truncate = off,
    toast.autovacuum_vacuum_scale_factor = 0.0, toast.autovacuum_vacuum_threshold = 20000, toast.vacuum_truncate = off
);
