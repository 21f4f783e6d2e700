-- Which programme the mall feeds, and what an order's base is (`sales` or `margin`).
insert into mall.setting values
    ('programme', '"mall"'), ('base_of', '"sales"'), ('base_cash_only', 'true'), ('base_freight', 'false'),
    ('day_close', '"by_hand"'), ('day_close_minute', '30');

-- What the programme was told of an order's line. A line that was refunded in part is reversed and settled anew under
-- the next turn; at most one settlement of a line stands.
create table mall.settlement (
    id           bigint generated always as identity primary key,
    line         bigint not null references mall.order_line,
    turn         integer not null check (turn > 0),
    number       text not null unique,       -- the order's id in the programme, and the key it was sent under
    programme    text not null,
    member       bigint not null references mall.member,
    merchant     bigint not null references mall.merchant,
    amount_fen   bigint not null check (amount_fen > 0),
    base_fen     bigint not null check (base_fen between 0 and amount_fen),
    made_at      timestamptz not null,
    reversed_at  timestamptz,
    position     bigint,                     -- in the programme's journal, once it was answered
    points_micro bigint,                     -- what the buyer was granted
    unique (line, turn)
);
create unique index settlement_standing on mall.settlement (line) where reversed_at is null;
create index settlement_member on mall.settlement (member, id);

-- The mall's own books: an amount that moved from the account `credit` to the account `debit`, never altered.
create table mall.posting (
    id         bigint generated always as identity primary key,
    key        text not null unique,
    kind       text not null,
    debit      text not null,
    credit     text not null,
    amount_fen bigint not null check (amount_fen > 0),
    merchant   bigint references mall.merchant,
    order_id   bigint references mall.orders,
    at         timestamptz not null,
    check (debit <> credit)
);
create index posting_merchant on mall.posting (merchant, at);
create index posting_order on mall.posting (order_id);
create trigger posting_is_append_only before update or delete or truncate on mall.posting
    for each statement execute function mall.never();

alter table mall.bill
    add column carried_fen bigint not null default 0,
    add column checked_by text,
    add column approved_by text,
    add column paid_by text,
    add check (until_day >= from_day);

do $$
declare name text;
begin
    foreach name in array array['settlement', 'posting'] loop
        execute format('grant select on mall.%I to hongli_merchant', name);
        execute format('alter table mall.%I enable row level security', name);
        execute format('create policy own_rows on mall.%I to hongli_merchant using (merchant = mall.merchant_now())',
            name);
    end loop;
end $$;

create index payment_order on mall.payment (order_id) where order_id is not null;

-- Whoever changes what the books and the programme must know of an order, and however: a timer is set with it, in the
-- same transaction, by which the house looks at the order next. So nothing can be forgotten.
--
-- One statement a table, so that each finds its orders by an index however large the tables grow. The timer's row is
-- locked even where it is there: nobody may look before this change can be seen.
create function mall.look_at_order() returns trigger language plpgsql as $$
declare
    soon constant timestamptz := timestamptz '2000-01-01 00:00:00Z';
begin
    if tg_table_name = 'orders' then
        insert into mall.timer (kind, subject, due_at) values ('programme.align', new.id, soon)
        on conflict (kind, subject) do update set due_at = excluded.due_at;
    elsif tg_table_name = 'payment' then
        insert into mall.timer (kind, subject, due_at)
        select 'programme.align', o.id, soon from mall.orders o where o.checkout = new.checkout order by o.id
        on conflict (kind, subject) do update set due_at = excluded.due_at;
    elsif tg_table_name = 'refund' then
        insert into mall.timer (kind, subject, due_at)
        select 'programme.align', o.id, soon from mall.orders o
        where o.checkout = (select p.checkout from mall.payment p where p.id = new.payment) order by o.id
        on conflict (kind, subject) do update set due_at = excluded.due_at;
    else
        insert into mall.timer (kind, subject, due_at) values ('programme.align', new.order_id, soon)
        on conflict (kind, subject) do update set due_at = excluded.due_at;
    end if;
    return null;
end $$;
create trigger order_changed after update of status on mall.orders for each row
    when (old.status <> new.status and new.status not in ('shipped', 'delivered')) execute function mall.look_at_order();
create trigger line_changed after update of refunded_fen, refunded_quantity on mall.order_line for each row
    execute function mall.look_at_order();
create trigger payment_changed after update of status on mall.payment for each row
    when (new.status in ('paid', 'captured')) execute function mall.look_at_order();
create trigger refund_changed after update of status on mall.refund for each row
    when (new.status = 'done') execute function mall.look_at_order();
create trigger case_changed after update of status on mall.after_sale for each row
    when (new.status = 'done') execute function mall.look_at_order();

-- Money that was paid out to a member or a merchant has left the programme, and the bank.
create function mall.post_withdrawal() returns trigger language plpgsql as $$
begin
    insert into mall.posting (key, kind, debit, credit, amount_fen, merchant, at)
    values ('withdrawal:' || new.id, 'withdrawal', 'programme', 'money', new.amount_fen, new.merchant, new.paid_at)
    on conflict (key) do nothing;
    return null;
end $$;
create trigger withdrawal_paid after update of status on mall.withdrawal for each row
    when (new.status = 'paid' and new.paid_at is not null) execute function mall.post_withdrawal();

-- What a channel paid or gave back for an entry fee: a timer is set by which the house looks at the merchant.
create function mall.look_at_merchant() returns trigger language plpgsql as $$
begin
    insert into mall.timer (kind, subject, due_at)
    select 'merchant.entry_fee', m.id, timestamptz '2000-01-01 00:00:00Z'
    from mall.merchant m join mall.payment p on p.checkout = m.entry_fee_checkout
    where p.id = case tg_table_name
        when 'payment' then (to_jsonb(new) ->> 'id')::bigint
        else (to_jsonb(new) ->> 'payment')::bigint end
    on conflict (kind, subject) do update set due_at = excluded.due_at;
    return null;
end $$;
create trigger entry_fee_paid after update of status on mall.payment for each row
    when (new.status = 'paid' and new.order_id is null) execute function mall.look_at_merchant();
create trigger entry_fee_refunded after update of status on mall.refund for each row
    when (new.status = 'done' and new.order_id is null) execute function mall.look_at_merchant();
