-- Lean read models: what is read by people, in few and compact rows. All of it is told again from the journal.
drop view hongli.statement_line;
drop table hongli.posting;
drop table hongli.price;
truncate hongli.projector, hongli.dividend;

-- What one command changed in one member's accounts: its lines, packed. Postings are not kept: the journal gives them.
create table hongli.statement (
    position  bigint           not null,
    programme integer          not null,
    member    text collate "C" not null,
    content   bytea            not null,
    primary key (programme, member, position)
);

-- Points of the price history in runs, packed.
create table hongli.price (
    first        bigint  not null,
    last         bigint  not null,
    from_micros  bigint  not null,
    until_micros bigint  not null,
    programme    integer not null,
    points       integer not null,
    content      bytea   not null,
    primary key (programme, first)
);

-- The content is written tightly already.
alter table hongli.statement alter column content set storage external;
alter table hongli.price alter column content set storage external;
