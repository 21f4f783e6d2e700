package hongli.mall;

import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.goods.Approvals;
import hongli.mall.goods.Drafts;
import hongli.mall.goods.Goods;
import hongli.mall.goods.Kind;
import hongli.mall.goods.Offer;
import hongli.mall.refusal.Refusal;
import hongli.mall.table.Listing;
import hongli.mall.table.Tables;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/// A mall with several merchants to try things in: two merchants are open, with a clerk each who may do everything.
public final class Market {
    public static final Listing.Wish FIRST = new Listing.Wish(null, null, 50);

    public final Tables tables = Malls.tables();
    public final Actor.Operator operator = new Actor.Operator(1, EnumSet.allOf(Permission.class));
    public final Actor.Clerk clerk = clerk(merchant("山海酒行"));
    public final Actor.Clerk rival = clerk(merchant("对门酒行"));
    public final Actor.Member member = new Actor.Member(person("小红", "13800000001"));
    public final Actor.Member stranger = new Actor.Member(person("路人", "13800000002"));

    public Market() {
        tables.run(work -> work.run("update mall.setting set value = 'true' where name = 'multi_merchant'"));
    }

    public long merchant(String name) {
        return tables.work(work -> work.insert(
                "insert into mall.merchant (name, status, created_at) values (?, 'open', ?) returning id",
                name,
                work.now()));
    }

    public long person(String name, String phone) {
        return tables.work(work -> work.insert(
                "insert into mall.member (name, phone, tier, referral_code, joined_at) values (?, ?, 2, ?, ?)"
                        + " returning id",
                name,
                phone,
                phone,
                work.now()));
    }

    public static Actor.Clerk clerk(long merchant) {
        return new Actor.Clerk(merchant * 10, merchant, EnumSet.allOf(Permission.class));
    }

    /// An offer of one variant.
    public static Offer offer(String title, String sku, long fen) {
        return new Offer(title, "", null, null, null, List.of(), List.of(variant(sku, fen, Map.of())));
    }

    public static Offer.Variant variant(String sku, long fen, Map<String, String> specification) {
        return new Offer.Variant(sku, new TreeMap<>(specification), new Money(fen), new Money(fen / 2), List.of(), 500);
    }

    /// Brings an offer before the customers.
    public long shelved(Actor.Clerk seller, Offer offer) {
        return shelved(seller, Kind.PHYSICAL, offer);
    }

    public long shelved(Actor.Clerk seller, Kind kind, Offer offer) {
        var drafts = new Drafts(tables);
        long id = drafts.create(seller, kind, offer);
        drafts.submit(seller, id);
        approve(id);
        drafts.shelve(seller, id, true);
        return id;
    }

    public void approve(long id) {
        var approvals = new Approvals(tables);
        approvals.approve(
                operator, id, approvals.proposal(operator, id).product().version());
    }

    /// The number of the variant of a product.
    public long variant(Actor.Clerk seller, long product) {
        return new Goods(tables).one(seller, product).variants().getFirst().id();
    }

    /// A paid order of one line, in this status; the number of the line.
    public long bought(Actor.Member buyer, Actor.Clerk seller, long product, String status) {
        long variant = variant(seller, product);
        return tables.work(work -> {
            long checkout = work.insert(
                    "insert into mall.checkout (member, key, request, status, payable_fen, explanation, placed_at)"
                            + " values (?, gen_random_uuid()::text, '', 'paid', 1000, '{}', ?) returning id",
                    buyer.id(),
                    work.now());
            long order = work.insert(
                    "insert into mall.orders (number, checkout, member, merchant, status, goods_fen, freight_fen,"
                            + " payable_fen, placed_at, paid_at)"
                            + " values (gen_random_uuid()::text, ?, ?, ?, ?, 1000, 0, 1000, ?, ?) returning id",
                    checkout,
                    buyer.id(),
                    seller.merchant(),
                    status,
                    work.now(),
                    work.now());
            return work.insert(
                    "insert into mall.order_line (order_id, merchant, product, variant, kind, title, specification,"
                            + " quantity, list_fen, unit_fen, cost_fen, paid_fen)"
                            + " values (?, ?, ?, ?, 'physical', 'x', '{}', 1, 1000, 1000, 1, 1000) returning id",
                    order,
                    seller.merchant(),
                    product,
                    variant);
        });
    }

    /// The code with which `deed` is refused.
    public static String code(ThrowingCallable deed) {
        Throwable thrown = Assertions.catchThrowable(deed);
        return thrown instanceof Refusal refusal
                ? refusal.ground().code()
                : thrown == null ? "nothing thrown" : thrown.toString();
    }
}
