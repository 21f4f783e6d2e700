-- Members, with what is known of them; what is erased leaves the number behind.
create table mall.member (
    id            bigint generated always as identity primary key,
    phone         text unique,
    email         text unique,
    password      text,                      -- Argon2id, encoded; null where the person was erased
    name          text not null,
    tier          integer not null default 0, -- as the programme last told; prices go by it
    status        text not null default 'active' check (status in ('active', 'locked', 'erased')),
    referral_code text not null unique,
    joined_at     timestamptz not null,
    phone_proved_at timestamptz,              -- when the member showed that it is theirs
    email_proved_at timestamptz,
    notices_seen_at timestamptz,              -- until when the member has read what happened to orders and requests
    check (status = 'erased' or phone is not null or email is not null)
);

-- Who brought whom: fixed for good once it is used; every try to bind is kept in the history.
create table mall.referral (
    member   bigint primary key references mall.member,
    referrer bigint not null references mall.member,
    source   text not null,
    bound_at timestamptz not null,
    check (member <> referrer)
);
create index referral_referrer on mall.referral (referrer, member);
create table mall.referral_history (
    id       bigint generated always as identity primary key,
    member   bigint not null references mall.member,
    code     text not null,
    source   text not null,
    outcome  text not null,
    at       timestamptz not null
);
create trigger referral_is_append_only before update or delete or truncate on mall.referral
    for each statement execute function mall.never();
create trigger referral_history_is_append_only before delete or truncate on mall.referral_history
    for each statement execute function mall.never();
create trigger referral_history_only_forgets before update on mall.referral_history
    for each row execute function mall.only_forgets('code');

create table mall.address (
    id         bigint generated always as identity primary key,
    member     bigint not null references mall.member,
    receiver   text not null,
    phone      text not null,
    region     text not null,               -- province/city/district by name: 广东省/深圳市/南山区
    street     text not null,
    is_default boolean not null default false
);
create index address_member on mall.address (member, id);

create table mall.merchant (
    id                   bigint generated always as identity primary key,
    name                 text not null,
    status               text not null check (status in ('applied', 'rejected', 'accepted', 'open', 'suspended', 'closed')),
    owner                bigint references mall.member,
    contact              text not null default '',
    licence              text not null default '',
    entry_fee_fen        bigint not null default 0 check (entry_fee_fen >= 0),
    entry_fee_paid_at    timestamptz,
    entry_fee_refunded_at timestamptz,
    entry_fee_by_hand    boolean not null default false, -- an operator noted that it came in, by no channel
    commission_millionths bigint not null default 0 check (commission_millionths between 0 and 1000000),
    reason               text not null default '', -- why it was rejected, suspended or closed
    created_at           timestamptz not null,
    version              bigint not null default 1
);

create index merchant_owner on mall.merchant (owner) where owner is not null;

-- Roles of operators (merchant is null) and of a merchant's clerks.
create table mall.role (
    id          bigint generated always as identity primary key,
    merchant    bigint references mall.merchant,
    name        text not null,
    permissions text[] not null,
    unique nulls not distinct (merchant, name)
);

-- People who work in the console: operators where merchant is null, else clerks of that merchant.
create table mall.staff (
    id         bigint generated always as identity primary key,
    merchant   bigint references mall.merchant,
    login      text not null unique,
    password   text not null,
    must_change boolean not null default false,
    name       text not null,
    role       bigint not null references mall.role,
    status     text not null default 'active' check (status in ('active', 'locked')),
    created_at timestamptz not null
);

-- Only the digest of a session's token is kept.
create table mall.session (
    digest     bytea primary key,
    member     bigint references mall.member,
    staff      bigint references mall.staff,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    check ((member is null) <> (staff is null))
);
create index session_member on mall.session (member);
create index session_staff on mall.session (staff);
create index session_end on mall.session (expires_at);

-- Tries to log in or sign up, counted by login and by address, of which only digests are kept.
create table mall.attempt (
    kind     text not null,
    subject  bytea not null,
    tries    bigint not null,
    until_at timestamptz not null,
    primary key (kind, subject)
);
create index attempt_end on mall.attempt (until_at);

-- Passcodes by which somebody shows that a phone number or an address is theirs, kept as passwords are; of the contact
-- only the digest. For contacts that are nobody's there are such rows too, without a member.
create table mall.passcode (
    id         bigint generated always as identity primary key,
    purpose    text not null check (purpose in ('contact', 'password')),
    contact    bytea not null,
    member     bigint references mall.member,
    kept       text not null,
    tries      integer not null,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    unique (purpose, contact)
);
create index passcode_member on mall.passcode (member);

-- Messages on their way out; the content goes when they were brought.
create table mall.message (
    id        bigint generated always as identity primary key,
    member    bigint references mall.member,
    recipient text,                          -- null where nobody is there, and nothing is sent
    content   text not null,
    status    text not null check (status in ('waiting', 'sent', 'failed')),
    made_at   timestamptz not null,
    until_at  timestamptz not null,          -- after that it is of no use
    ended_at  timestamptz
);
create index message_member on mall.message (member, id);

-- What the sandbox's house of messages has brought.
create table mall.sandbox_message (
    id        bigint generated always as identity primary key,
    message   bigint not null unique,
    member    bigint references mall.member,
    recipient text not null,
    content   text not null,
    at        timestamptz not null
);
create index sandbox_message_member on mall.sandbox_message (member);

create table mall.setting (
    name  text primary key,
    value jsonb not null
);
insert into mall.setting values
    ('multi_merchant', 'false'), ('settle_at', '"return_window_passed"'), ('return_days', '7'),
    ('unpaid_minutes', '30'), ('completes_days', '10'), ('referral_levels', '1');

-- The platform's own shop: the only merchant in single-merchant mode.
insert into mall.merchant (name, status, created_at) values ('自营', 'open', now());

grant select on mall.merchant, mall.setting to hongli_merchant;
alter table mall.merchant enable row level security;
create policy own_merchant on mall.merchant to hongli_merchant using (id = mall.merchant_now());
grant select, insert, update on mall.role, mall.staff to hongli_merchant;
grant delete on mall.role to hongli_merchant;
alter table mall.role enable row level security;
create policy own_roles on mall.role to hongli_merchant
    using (merchant = mall.merchant_now()) with check (merchant = mall.merchant_now());
alter table mall.staff enable row level security;
create policy own_staff on mall.staff to hongli_merchant
    using (merchant = mall.merchant_now()) with check (merchant = mall.merchant_now());
-- A merchant's people can end the sessions of their own, and see nothing else of any.
grant select (staff), delete on mall.session to hongli_merchant;
alter table mall.session enable row level security;
create policy own_staff on mall.session to hongli_merchant using (staff in (select id from mall.staff));
grant select (id, name, tier, status) on mall.member to hongli_merchant;
