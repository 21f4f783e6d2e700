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

-- The content is written tightly already: compressing it row by row costs more time than it saves room.
alter table hongli.journal alter column content set storage external;
