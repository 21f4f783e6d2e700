-- One way by which a checkout is paid, wholly or in part.
create table mall.payment (
    id          bigint generated always as identity primary key,
    checkout    bigint not null references mall.checkout,
    way         text not null check (way in ('channel', 'cash', 'constant')),
    attempt     integer not null,             -- what is paid together has the same number
    order_id    bigint references mall.orders, -- what a hold is for; null where a channel pays all orders at once
    channel     text,                         -- 'sandbox', later others; null where the ledger holds
    reference   text not null unique,         -- our name for it: out_trade_no, hold id
    turn        integer not null default 0,   -- how often a hold was made smaller; each time under a new hold id
    counts      boolean not null default false, -- whether the checkout was paid by this
    amount_fen  bigint not null check (amount_fen > 0),
    refunded_fen bigint not null default 0 check (refunded_fen between 0 and amount_fen),
    status      text not null check (status in ('started', 'held', 'paid', 'captured', 'released', 'failed', 'closed')),
    trade       text,                         -- the channel's name for it
    started_at  timestamptz not null,
    paid_at     timestamptz
);
create index payment_checkout on mall.payment (checkout);
create index payment_day on mall.payment (channel, paid_at);
-- A trade of a channel pays one thing.
create unique index payment_trade on mall.payment (channel, trade) where trade is not null;

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
    order_id   bigint references mall.orders, -- null where a payment too many goes back wholly
    after_sale bigint,
    reference  text not null unique,
    reason     text not null,
    amount_fen bigint not null check (amount_fen > 0),
    status     text not null check (status in ('started', 'done', 'failed')),
    started_at timestamptz not null,
    done_at    timestamptz
);
create index refund_order on mall.refund (order_id);
create index refund_payment on mall.refund (payment);

-- The books of the sandbox channel: what real channels keep on their side.
create table mall.sandbox_trade (
    reference  text primary key,
    amount_fen bigint not null,
    status     text not null check (status in ('open', 'paid', 'closed')),
    trade      text unique,
    paid_fen   bigint,
    paid_at    timestamptz
);
create index sandbox_trade_day on mall.sandbox_trade (paid_at) where paid_at is not null;
create table mall.sandbox_refund (
    reference  text primary key,
    trade      text not null references mall.sandbox_trade (reference),
    amount_fen bigint not null check (amount_fen > 0),
    done_at    timestamptz not null
);
-- What the sandbox has to tell, in order; it waits until it is delivered, lost on purpose, or told again.
create table mall.sandbox_notice (
    id     bigint generated always as identity primary key,
    event  text not null,
    body   text not null,
    due_at timestamptz not null,
    told   integer not null default 0,
    lost   boolean not null default false
);

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

create index package_event_package on mall.package_event (package, id);

-- One-time codes by which vouchers are redeemed and orders picked up at a counter. Only the digest of a code is kept:
-- it is made when the member looks at it, and shown once.
create table mall.voucher (
    id          bigint generated always as identity primary key,
    order_id    bigint not null references mall.orders,
    line        bigint references mall.order_line, -- null for the pick-up of the whole order
    place       integer not null,                  -- first, second, … of its line
    merchant    bigint not null references mall.merchant,
    member      bigint not null references mall.member,
    digest      bytea unique,
    status      text not null check (status in ('ready', 'redeemed', 'void')),
    shown_at    timestamptz,
    redeemed_at timestamptz,
    redeemed_by text,
    unique nulls not distinct (order_id, line, place)
);
create index voucher_member on mall.voucher (member, id);

-- Top-ups under way at the provider.
create table mall.top_up (
    id       bigint generated always as identity primary key,
    order_id bigint not null references mall.orders,
    line     bigint not null unique references mall.order_line,
    merchant bigint not null references mall.merchant,
    account  text not null,
    status   text not null check (status in ('waiting', 'done', 'failed')),
    told     text not null default '',
    asked_at timestamptz not null
);

-- Pictures that members show as evidence, as JPEG.
create table mall.evidence (
    id      bigint generated always as identity primary key,
    member  bigint not null references mall.member,
    content bytea not null,
    at      timestamptz not null
);
create index evidence_member on mall.evidence (member);

create table mall.after_sale (
    id         bigint generated always as identity primary key,
    order_id   bigint not null references mall.orders,
    line       bigint not null references mall.order_line,
    merchant   bigint not null references mall.merchant,
    member     bigint not null references mall.member,
    kind       text not null check (kind in ('refund', 'return', 'exchange')),
    quantity   bigint not null check (quantity >= 0), -- 0 where only a part of the price goes back
    amount_fen bigint not null check (amount_fen >= 0),
    deduction_fen bigint not null default 0, -- what the buyer no longer holds of what was granted
    reason     text not null,
    evidence   bigint[] not null default '{}',
    carrier    text not null default '',     -- how the goods come back
    number     text not null default '',
    status     text not null check (status in
        ('asked', 'agreed', 'refused', 'appealed', 'sent_back', 'received', 'done', 'closed')),
    asked_at   timestamptz not null,
    due_at     timestamptz,
    version    bigint not null default 1,
    key        text unique                   -- the operator's idempotency key, where nobody asked for it
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
create index after_sale_event_case on mall.after_sale_event (after_sale, id);
create index after_sale_member on mall.after_sale (member, id);
create index after_sale_merchant on mall.after_sale (merchant, status, id);

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

-- Cash of a member's or a merchant's that is to leave.
create table mall.withdrawal (
    id          bigint generated always as identity primary key,
    member      bigint references mall.member,
    merchant    bigint references mall.merchant,
    key         text not null,               -- the asker's idempotency key
    amount_fen  bigint not null check (amount_fen > 0),
    account     text not null,
    status      text not null check (status in ('asked', 'held', 'approved', 'refused', 'paying', 'paid', 'failed')),
    hold        text not null unique,
    checks      jsonb not null default '[]',
    asked_at    timestamptz not null,
    decided_at  timestamptz,
    decided_by  text,
    note        text not null default '',
    paid_at     timestamptz,
    unique (member, key),
    unique (merchant, key),
    check ((member is null) <> (merchant is null))
);
create index withdrawal_status on mall.withdrawal (status, id);
insert into mall.setting values
    ('withdrawal_least_fen', '1000'), ('withdrawal_most_fen', '2000000'), ('withdrawal_day_fen', '5000000'),
    ('withdrawal_cooling_hours', '24'),
    ('merchant_withdrawal_least_fen', '1000'), ('merchant_withdrawal_most_fen', '50000000'),
    ('merchant_withdrawal_day_fen', '100000000'), ('merchant_withdrawal_cooling_hours', '0'),
    ('after_sale_answer_days', '3'), ('after_sale_send_back_days', '7'),
    ('after_sale_receive_days', '10');

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
    foreach name in array array['package', 'package_event', 'voucher', 'top_up', 'after_sale', 'after_sale_event', 'bill'] loop
        execute format('grant select, insert, update on mall.%I to hongli_merchant', name);
        execute format('alter table mall.%I enable row level security', name);
        execute format('create policy own_rows on mall.%I to hongli_merchant using (merchant = mall.merchant_now())'
            ' with check (merchant = mall.merchant_now())', name);
    end loop;
end $$;
grant insert on mall.outbox to hongli_merchant;
-- A merchant asks for its cash; what becomes of it is up to the house.
grant select, insert on mall.withdrawal to hongli_merchant;
alter table mall.withdrawal enable row level security;
create policy own_rows on mall.withdrawal to hongli_merchant using (merchant = mall.merchant_now())
    with check (merchant = mall.merchant_now());
