-- A merchant's own work runs under this role, which row security holds to the rows of one merchant.
do $$
begin
    if not exists (select from pg_roles where rolname = 'hongli_merchant') then
        create role hongli_merchant nologin;
    end if;
    execute format('grant hongli_merchant to %I', current_user);
end $$;
grant usage on schema mall to hongli_merchant;

-- The merchant in whose name a transaction works; null where it works for the whole mall.
create function mall.merchant_now() returns bigint language sql stable as
    $$ select nullif(current_setting('hongli.merchant', true), '')::bigint $$;

-- How far the clock of a sandbox was set forward.
create table mall.clock (ahead_seconds bigint not null check (ahead_seconds >= 0));
insert into mall.clock values (0);

create table mall.timer (
    id      bigint generated always as identity primary key,
    kind    text not null,
    subject bigint not null,
    due_at  timestamptz not null,
    attempts integer not null default 0,      -- how often the deed failed since it was last done
    failed_at timestamptz,
    failure text not null default '',         -- what was wrong the last time
    unique (kind, subject)
);
create index timer_due on mall.timer (due_at, id);
create index timer_failed on mall.timer (attempts, id) where attempts > 0;

create table mall.trail (
    id       bigint generated always as identity primary key,
    at       timestamptz not null,
    actor    text not null,
    merchant bigint,
    action   text not null,
    kind     text not null,
    subject  bigint not null,
    before   jsonb,
    after    jsonb
);
create index trail_subject on mall.trail (kind, subject, id);
create index trail_merchant on mall.trail (merchant, id);

create function mall.never() returns trigger language plpgsql as
    $$ begin raise exception '% is append-only', tg_table_name; end $$;
-- Append-only, but the words in the column named may be forgotten.
create function mall.only_forgets() returns trigger language plpgsql as $$
begin
    if to_jsonb(new) - tg_argv[0] <> to_jsonb(old) - tg_argv[0] or to_jsonb(new) ->> tg_argv[0] <> '' then
        raise exception '% is append-only', tg_table_name;
    end if;
    return new;
end $$;
create trigger trail_is_append_only before update or delete or truncate on mall.trail
    for each statement execute function mall.never();

alter table mall.trail enable row level security;
create policy own_lines on mall.trail to hongli_merchant
    using (merchant = mall.merchant_now()) with check (merchant = mall.merchant_now());
grant select, insert on mall.trail to hongli_merchant;
grant select on mall.clock to hongli_merchant;
grant select, insert, update, delete on mall.timer to hongli_merchant;
