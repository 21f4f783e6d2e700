-- Read models: built from the journal by position, free to be dropped and built again.
create table hongli.projector (
    programme integer primary key,
    position  bigint not null
);

-- Every transfer is one balanced posting. Amounts are whole numbers in the smallest unit: pico-fen for money and quota,
-- micro-points for points, fen for constant points.
create table hongli.posting (
    programme    integer not null,
    position     bigint  not null,
    line         integer not null,
    at_micros    bigint  not null,
    reason       text    not null,
    from_account text    not null,
    from_member  text,
    to_account   text    not null,
    to_member    text,
    amount       numeric not null,
    command_type text    not null,
    subject      text,
    primary key (programme, position, line)
);

create index posting_from_member on hongli.posting (programme, from_member, position) where from_member is not null;
create index posting_to_member on hongli.posting (programme, to_member, position) where to_member is not null;

-- A member's statement: two lines a transfer, the account that gives first.
create view hongli.statement_line as
select programme, from_member as member, position, 2 * line as line, at_micros, reason, from_account as account,
       -amount as change, to_account as counter_account, to_member as counter_member, command_type, subject
from hongli.posting where from_member is not null
union all
select programme, to_member, position, 2 * line + 1, at_micros, reason, to_account,
       amount, from_account, from_member, command_type, subject
from hongli.posting where to_member is not null;

-- The price is the fraction of pool and circulation, or the last there was where one of them is nothing.
create table hongli.price (
    programme         integer not null,
    position          bigint  not null,
    at_micros         bigint  not null,
    pool_fen          bigint  not null,
    circulating_micro bigint  not null,
    price_fen         bigint  not null,
    price_micro       bigint  not null,
    primary key (programme, position)
);

-- One row for what a point gets and one for what a head of each tier gets; tier 0 stands for the points.
create table hongli.dividend (
    programme integer not null,
    position  bigint  not null,
    tier      integer not null,
    at_micros bigint  not null,
    day       date,
    pico_fen  numeric not null,
    primary key (programme, position, tier)
);
