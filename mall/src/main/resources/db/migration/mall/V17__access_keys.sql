-- Access keys: by them programs ask in the name of the worker who made them, held to some permissions. Only the digest
-- of a key's token is kept.
create table mall.access_key (
    id          bigint generated always as identity primary key,
    merchant    bigint references mall.merchant,   -- null where an operator made it
    staff       bigint not null references mall.staff,
    name        text not null,
    hint        text not null,                     -- how the token begins, to know it by
    digest      bytea not null unique,
    permissions text[] not null,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz,                       -- about: noted once an hour
    revoked_at  timestamptz,
    check (expires_at > created_at)
);
create unique index access_key_name on mall.access_key (coalesce(merchant, 0), name) where revoked_at is null;

grant select, insert, update on mall.access_key to hongli_merchant;
alter table mall.access_key enable row level security;
create policy own_keys on mall.access_key to hongli_merchant
    using (merchant = mall.merchant_now()) with check (merchant = mall.merchant_now());

-- Who may give others permissions may make keys as well.
update mall.role set permissions = permissions || '{access_keys_change}'
where permissions && '{operators_change,clerks_change}' and not permissions @> '{access_keys_change}';
