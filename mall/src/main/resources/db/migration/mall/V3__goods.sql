create extension if not exists pg_trgm;

create table mall.category (
    id       bigint generated always as identity primary key,
    parent   bigint references mall.category,
    name     text not null,
    place    integer not null default 0,
    unique nulls not distinct (parent, name)
);
create table mall.brand (
    id   bigint generated always as identity primary key,
    name text not null unique
);

create table mall.picture (
    id       bigint generated always as identity primary key,
    merchant bigint not null references mall.merchant,
    type     text not null check (type in ('image/jpeg', 'image/png')),
    width    integer not null,
    height   integer not null,
    digest   bytea not null,
    content  bytea not null,
    unique (merchant, digest)
);

create table mall.freight_template (
    id        bigint generated always as identity primary key,
    merchant  bigint not null references mall.merchant,
    name      text not null,
    unit      text not null check (unit in ('piece', 'gram')),
    free_from_fen bigint check (free_from_fen > 0),
    unique (merchant, name)
);
-- The row with the longest region that the address begins with counts; '' is everywhere.
create table mall.freight_rate (
    template   bigint not null references mall.freight_template on delete cascade,
    region     text not null,
    first      integer not null check (first > 0),
    first_fen  bigint not null check (first_fen >= 0),
    next       integer not null check (next > 0),
    next_fen   bigint not null check (next_fen >= 0),
    primary key (template, region)
);

create table mall.product (
    id          bigint generated always as identity primary key,
    merchant    bigint not null references mall.merchant,
    kind        text not null check (kind in ('physical', 'voucher', 'top_up', 'booking')),
    title       text not null,
    description text not null default '',
    category    bigint references mall.category,
    brand       bigint references mall.brand,
    freight     bigint references mall.freight_template,
    pictures    bigint[] not null default '{}',
    status      text not null check (status in ('draft', 'submitted', 'rejected', 'approved')),
    on_shelf    boolean not null default false,
    sold        bigint not null default 0,
    search      text not null default '',
    created_at  timestamptz not null,
    version     bigint not null default 1
);
create index product_merchant on mall.product (merchant, id);
create index product_search on mall.product using gin (search gin_trgm_ops);
create index product_pictures on mall.product using gin (pictures);
create index product_category on mall.product (category);
create index product_brand on mall.product (brand);

-- What customers see and buy is the approved form in the columns above; a change waits here until it is approved.
create table mall.product_draft (
    product      bigint primary key references mall.product on delete cascade,
    merchant     bigint not null references mall.merchant,
    content      jsonb not null,
    submitted_at timestamptz,
    reason       text
);

create table mall.variant (
    id          bigint generated always as identity primary key,
    product     bigint not null references mall.product,
    merchant    bigint not null references mall.merchant,
    sku         text not null,
    specification jsonb not null default '{}',
    price_fen   bigint not null check (price_fen >= 0),
    cost_fen    bigint not null default 0 check (cost_fen >= 0),
    tier_prices_fen bigint[] not null default '{}', -- for V1, V2, …; a missing one is the price
    grams       integer not null default 0 check (grams >= 0),
    stock       bigint not null default 0 check (stock >= 0), -- what can still be sold
    active      boolean not null default true,
    unique (merchant, sku)
);
create index variant_product on mall.variant (product);

-- Dated stock of bookings: a hotel night, a table.
create table mall.slot (
    variant bigint not null references mall.variant,
    merchant bigint not null references mall.merchant,
    day     date not null,
    stock   bigint not null check (stock >= 0),
    primary key (variant, day)
);

create table mall.review (
    id       bigint generated always as identity primary key,
    product  bigint not null references mall.product,
    merchant bigint not null references mall.merchant,
    member   bigint not null references mall.member,
    line     bigint not null unique,
    stars    integer not null check (stars between 1 and 5),
    content  text not null,
    reply    text,
    hidden   boolean not null default false,
    at       timestamptz not null
);
create index review_product on mall.review (product, id);

grant select on mall.category, mall.brand to hongli_merchant;
do $$
declare name text;
begin
    foreach name in array array['picture', 'freight_template', 'product', 'product_draft', 'variant', 'slot', 'review'] loop
        execute format('grant select, insert, update, delete on mall.%I to hongli_merchant', name);
        execute format('alter table mall.%I enable row level security', name);
        execute format('create policy own_rows on mall.%I to hongli_merchant using (merchant = mall.merchant_now())'
            ' with check (merchant = mall.merchant_now())', name);
    end loop;
end $$;
grant select, insert, update, delete on mall.freight_rate to hongli_merchant;
alter table mall.freight_rate enable row level security;
create policy own_rates on mall.freight_rate to hongli_merchant
    using (exists (select from mall.freight_template t where t.id = template))
    with check (exists (select from mall.freight_template t where t.id = template));
