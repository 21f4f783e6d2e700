create table mall.basket_line (
    member   bigint not null references mall.member,
    variant  bigint not null references mall.variant,
    day      date,
    quantity bigint not null check (quantity > 0),
    added_at timestamptz not null,
    unique nulls not distinct (member, variant, day)
);

create table mall.coupon_kind (
    id             bigint generated always as identity primary key,
    merchant       bigint references mall.merchant, -- whose goods it is for; null for all
    borne_by       text not null check (borne_by in ('platform', 'merchant')),
    name           text not null,
    threshold_fen  bigint not null default 0 check (threshold_fen >= 0),
    off_fen        bigint check (off_fen > 0),
    off_millionths bigint check (off_millionths between 1 and 999999),
    most_fen       bigint check (most_fen > 0),
    category       bigint references mall.category,
    stacks         boolean not null default false,
    issued         bigint not null default 0,
    most_issued    bigint not null,
    each_member    integer not null default 1,
    from_at        timestamptz not null,
    until_at       timestamptz not null,
    check ((off_fen is null) <> (off_millionths is null)),
    check (issued <= most_issued)
);
create table mall.coupon (
    id       bigint generated always as identity primary key,
    kind     bigint not null references mall.coupon_kind,
    member   bigint not null references mall.member,
    checkout bigint,                         -- where it is used or kept for a checkout under way
    taken_at timestamptz not null
);
create index coupon_member on mall.coupon (member, id);

-- What is paid at once: the orders of one or more merchants.
create table mall.checkout (
    id          bigint generated always as identity primary key,
    member      bigint not null references mall.member,
    key         text not null,               -- the caller's idempotency key
    request     bytea not null,              -- digest of what was asked for under it
    status      text not null check (status in ('unpaid', 'paid', 'cancelled')),
    payable_fen bigint not null check (payable_fen >= 0),
    explanation jsonb not null,              -- the price, line by line
    placed_at   timestamptz not null,
    paid_at     timestamptz,
    unique (member, key)
);
alter table mall.coupon add foreign key (checkout) references mall.checkout;

-- Where a merchant's entry fee is paid: a checkout without orders.
alter table mall.merchant add column entry_fee_checkout bigint unique references mall.checkout;

create table mall.orders (
    id           bigint generated always as identity primary key,
    number       text not null unique,
    checkout     bigint not null references mall.checkout,
    member       bigint not null references mall.member,
    merchant     bigint not null references mall.merchant,
    status       text not null check (status in
        ('unpaid', 'paid', 'shipped', 'delivered', 'completed', 'cancelled', 'refunded')),
    goods_fen    bigint not null check (goods_fen >= 0),    -- before discounts
    platform_discount_fen bigint not null default 0 check (platform_discount_fen >= 0),
    merchant_discount_fen bigint not null default 0 check (merchant_discount_fen >= 0),
    freight_fen  bigint not null check (freight_fen >= 0),
    payable_fen  bigint not null check (payable_fen >= 0),
    refunded_fen bigint not null default 0 check (refunded_fen between 0 and payable_fen),
    address      jsonb,
    note         text not null default '',
    placed_at    timestamptz not null,
    paid_at      timestamptz,
    shipped_at   timestamptz,
    delivered_at timestamptz,
    completed_at timestamptz,
    cancelled_at timestamptz,
    refunded_at  timestamptz,
    settled_at   timestamptz,                -- when the programme was told
    version      bigint not null default 1,
    check (payable_fen = goods_fen - platform_discount_fen - merchant_discount_fen + freight_fen)
);
create index orders_member on mall.orders (member, id);
create index orders_merchant on mall.orders (merchant, status, id);
create index orders_checkout on mall.orders (checkout);

create table mall.order_line (
    id          bigint generated always as identity primary key,
    order_id    bigint not null references mall.orders,
    merchant    bigint not null references mall.merchant,
    product     bigint not null references mall.product,
    variant     bigint not null references mall.variant,
    kind        text not null,
    day         date,
    title       text not null,
    specification jsonb not null,
    target      text not null default '',    -- whom a top-up is for: a phone, a meter
    quantity    bigint not null check (quantity > 0),
    list_fen    bigint not null,             -- one piece by the list
    unit_fen    bigint not null,             -- one piece for this member's tier
    cost_fen    bigint not null,             -- one piece, for margins
    platform_discount_fen bigint not null default 0,
    merchant_discount_fen bigint not null default 0,
    freight_fen bigint not null default 0,
    paid_fen    bigint not null check (paid_fen >= 0),  -- quantity · unit − discounts + freight
    refunded_fen bigint not null default 0 check (refunded_fen between 0 and paid_fen),
    refunded_quantity bigint not null default 0 check (refunded_quantity between 0 and quantity),
    check (paid_fen = quantity * unit_fen - platform_discount_fen - merchant_discount_fen + freight_fen)
);
create index order_line_order on mall.order_line (order_id, id);
create index order_line_variant on mall.order_line (variant);

-- Every transition of an order, never altered.
create table mall.order_event (
    id       bigint generated always as identity primary key,
    order_id bigint not null references mall.orders,
    merchant bigint not null references mall.merchant,
    at       timestamptz not null,
    actor    text not null,
    before   text,
    after    text not null,
    note     text not null default ''
);
create index order_event_order on mall.order_event (order_id, id);
create trigger order_event_is_append_only before delete or truncate on mall.order_event
    for each statement execute function mall.never();
create trigger order_event_only_forgets before update on mall.order_event
    for each row execute function mall.only_forgets('note');

grant select on mall.coupon_kind to hongli_merchant;
do $$
declare name text;
begin
    foreach name in array array['coupon_kind', 'orders', 'order_line', 'order_event'] loop
        execute format('grant select, insert, update on mall.%I to hongli_merchant', name);
        execute format('alter table mall.%I enable row level security', name);
        execute format('create policy own_rows on mall.%I to hongli_merchant using (merchant = mall.merchant_now())'
            ' with check (merchant = mall.merchant_now())', name);
    end loop;
end $$;
