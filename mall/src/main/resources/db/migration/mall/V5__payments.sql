-- One way by which a checkout is paid, wholly or in part.
create table mall.payment (
    id          bigint generated always as identity primary key,
    checkout    bigint not null references mall.checkout,
    way         text not null check (way in ('channel', 'cash', 'constant')),
    channel     text,                         -- 'sandbox', later others; null where the ledger holds
    reference   text not null unique,         -- our name for it: out_trade_no, hold id
    amount_fen  bigint not null check (amount_fen > 0),
    refunded_fen bigint not null default 0 check (refunded_fen between 0 and amount_fen),
    status      text not null check (status in ('started', 'held', 'paid', 'captured', 'released', 'failed', 'closed')),
    trade       text,                         -- the channel's name for it
    started_at  timestamptz not null,
    paid_at     timestamptz
);
create index payment_checkout on mall.payment (checkout);

-- What channels told us, each once.
create table mall.notification (
    id         bigint generated always as identity primary key,
    channel    text not null,
    event      text not null,
    content    jsonb not null,
    outcome    text not null,
    at         timestamptz not null,
    unique (channel, event)
);

create table mall.refund (
    id         bigint generated always as identity primary key,
    payment    bigint not null references mall.payment,
    order_id   bigint not null references mall.orders,
    after_sale bigint,
    reference  text not null unique,
    amount_fen bigint not null check (amount_fen > 0),
    status     text not null check (status in ('started', 'done', 'failed')),
    started_at timestamptz not null,
    done_at    timestamptz
);
create index refund_order on mall.refund (order_id);

create table mall.package (
    id         bigint generated always as identity primary key,
    order_id   bigint not null references mall.orders,
    merchant   bigint not null references mall.merchant,
    carrier    text not null,
    number     text not null,
    lines      jsonb not null,               -- order line → quantity
    shipped_at timestamptz not null,
    delivered_at timestamptz
);
create index package_order on mall.package (order_id);
create table mall.package_event (
    id      bigint generated always as identity primary key,
    package bigint not null references mall.package,
    merchant bigint not null references mall.merchant,
    at      timestamptz not null,
    place   text not null,
    content text not null
);

-- One-time codes by which vouchers are redeemed and orders picked up at a counter.
create table mall.voucher (
    id          bigint generated always as identity primary key,
    line        bigint not null references mall.order_line,
    merchant    bigint not null references mall.merchant,
    code        text not null unique,
    status      text not null check (status in ('ready', 'redeemed', 'void')),
    redeemed_at timestamptz,
    redeemed_by text
);

create table mall.after_sale (
    id         bigint generated always as identity primary key,
    order_id   bigint not null references mall.orders,
    line       bigint not null references mall.order_line,
    merchant   bigint not null references mall.merchant,
    member     bigint not null references mall.member,
    kind       text not null check (kind in ('refund', 'return', 'exchange')),
    quantity   bigint not null check (quantity > 0),
    amount_fen bigint not null check (amount_fen >= 0),
    deduction_fen bigint not null default 0, -- what the buyer no longer holds of what was granted
    reason     text not null,
    evidence   bigint[] not null default '{}',
    status     text not null check (status in
        ('asked', 'agreed', 'refused', 'appealed', 'sent_back', 'received', 'done', 'closed')),
    asked_at   timestamptz not null,
    due_at     timestamptz,
    version    bigint not null default 1
);
create index after_sale_order on mall.after_sale (order_id);
create unique index after_sale_one_open on mall.after_sale (line)
    where status in ('asked', 'agreed', 'appealed', 'sent_back', 'received');
create table mall.after_sale_event (
    id         bigint generated always as identity primary key,
    after_sale bigint not null references mall.after_sale,
    merchant   bigint not null references mall.merchant,
    at         timestamptz not null,
    actor      text not null,
    before     text,
    after      text not null,
    note       text not null default ''
);

-- Days of a channel's bill against our own payments and refunds.
create table mall.reconciliation (
    id      bigint generated always as identity primary key,
    channel text not null,
    day     date not null,
    at      timestamptz not null,
    unique (channel, day)
);
create table mall.reconciliation_line (
    reconciliation bigint not null references mall.reconciliation on delete cascade,
    reference      text not null,
    ours_fen       bigint,
    theirs_fen     bigint,
    outcome        text not null check (outcome in ('matched', 'ours_only', 'theirs_only', 'amount_differs')),
    primary key (reconciliation, reference)
);

create table mall.withdrawal (
    id          bigint generated always as identity primary key,
    member      bigint not null references mall.member,
    key         text not null,
    amount_fen  bigint not null check (amount_fen > 0),
    account     text not null,
    status      text not null check (status in ('asked', 'held', 'approved', 'refused', 'paying', 'paid', 'failed')),
    hold        text not null unique,
    checks      jsonb not null default '[]',
    asked_at    timestamptz not null,
    decided_at  timestamptz,
    paid_at     timestamptz,
    unique (member, key)
);

create table mall.bill (
    id         bigint generated always as identity primary key,
    merchant   bigint not null references mall.merchant,
    from_day   date not null,
    until_day  date not null,
    status     text not null check (status in ('draft', 'checked', 'approved', 'paid')),
    content    jsonb not null,
    payable_fen bigint not null,
    made_at    timestamptz not null,
    unique (merchant, from_day, until_day)
);

-- What the mall tells the ledger: written with what it follows from, sent until it is answered, under the key for good.
create table mall.outbox (
    id        bigint generated always as identity primary key,
    programme text not null,
    key       text not null unique,
    command   jsonb not null,
    made_at   timestamptz not null,
    sent_at   timestamptz,
    position  bigint,
    refusal   text                            -- the code, where the programme said no
);
create index outbox_waiting on mall.outbox (id) where sent_at is null;

do $$
declare name text;
begin
    foreach name in array array['package', 'package_event', 'voucher', 'after_sale', 'after_sale_event', 'bill'] loop
        execute format('grant select, insert, update on mall.%I to hongli_merchant', name);
        execute format('alter table mall.%I enable row level security', name);
        execute format('create policy own_rows on mall.%I to hongli_merchant using (merchant = mall.merchant_now())'
            ' with check (merchant = mall.merchant_now())', name);
    end loop;
end $$;
grant insert on mall.outbox to hongli_merchant;
