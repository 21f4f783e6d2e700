-- The pieces of a kind of coupon, as whoever made the kind looks at them.
create index coupon_pieces on mall.coupon (kind, id);
