-- Who may write: the server that raised this number last. Raised at every opening of the journal, asked by every append.
create table hongli.epoch (
    only_row boolean primary key default true check (only_row),
    number   bigint  not null
);

insert into hongli.epoch (number) values (0);
