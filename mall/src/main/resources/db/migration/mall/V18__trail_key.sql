-- The access key by which a program did something in the name of its maker, as it was called; null where the maker did.
alter table mall.trail add key text;
