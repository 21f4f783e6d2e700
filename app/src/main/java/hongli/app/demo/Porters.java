package hongli.app.demo;

import hongli.mall.Mall;
import hongli.mall.access.Actor;
import hongli.mall.delivery.Packages;
import hongli.mall.delivery.Vouchers;
import hongli.mall.review.Reviews;
import hongli.mall.table.Listing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What happens to an order of a demo once it is paid: packed, sent, received, redeemed, completed, reviewed.
final class Porters {
    private static final List<String> CARRIERS = List.of("顺丰速运", "中通快递", "京东物流");
    private static final double SAYS_SO = 0.6;
    private static final double REVIEWS = 0.4;
    private static final double REPLIES = 0.4;

    private final Town town;
    private final Mall mall;
    private final Premises.Staff staff;
    private final Cases cases;
    private int number = 730_000;

    /// A line of an order that is still to be sent.
    private record Left(long line, long pieces) {}

    Porters(Town town, Premises.Staff staff) {
        this.town = town;
        this.mall = town.mall();
        this.staff = staff;
        this.cases = new Cases(town, staff);
    }

    /// Sees to an order that was just paid.
    void take(Town.Resident buyer, long order) {
        cases.beforeSent(buyer, order);
        town.agenda().in(1, town.minute(9, 12), () -> ship(buyer, order));
        town.agenda().in(3 + town.random().nextInt(9), town.minute(10, 20), () -> redeem(buyer, order));
    }

    private long merchant(long order) {
        return mall.tables()
                .<Long>work(work -> work.number("select merchant number from mall.orders where id = ?", order));
    }

    private String status(long order) {
        return mall.tables()
                .work(work ->
                        work.one("select status from mall.orders where id = ?", row -> row.text("status"), order));
    }

    private void ship(Town.Resident buyer, long order) {
        List<Left> left = mall.tables()
                .work(work -> work.all(
                        "select id, quantity - refunded_quantity pieces from mall.order_line l where order_id = ?"
                                + " and kind = 'physical' and quantity > refunded_quantity and not exists (select"
                                + " from mall.after_sale a where a.line = l.id and a.status in ('asked', 'agreed'))",
                        row -> new Left(row.number("id"), row.number("pieces")),
                        order));
        if (left.isEmpty() || !status(order).equals("paid")) {
            followUp(buyer, order);
            return;
        }
        Actor.Clerk clerk = staff.clerk(merchant(order));
        Map<Long, Long> pieces = new HashMap<>();
        left.forEach(each -> pieces.put(each.line(), each.pieces()));
        var shipment = new Packages.Shipment(town.any(CARRIERS), "DEMO" + ++number, pieces);
        Packages packages = mall.trade().delivery().packages();
        long parcel = packages.ship(clerk, order, shipment);
        packages.track(clerk, parcel, "发货仓", "已揽收");
        town.agenda().in(1, town.minute(5, 9), () -> packages.track(clerk, parcel, "转运中心", "运输中"));
        town.agenda().in(2 + town.random().nextInt(2), town.minute(11, 18), () -> arrive(buyer, order, parcel));
    }

    private void arrive(Town.Resident buyer, long order, long parcel) {
        Actor.Clerk clerk = staff.clerk(merchant(order));
        Packages packages = mall.trade().delivery().packages();
        packages.track(clerk, parcel, "收货地", "已签收");
        packages.delivered(clerk, parcel);
        cases.afterSent(buyer, order);
        followUp(buyer, order);
    }

    /// Most buyers say that they have it; of the others nothing is heard, and the mall completes it in time.
    private void followUp(Town.Resident buyer, long order) {
        if (town.chance(SAYS_SO)) {
            town.agenda().in(1 + town.random().nextInt(4), town.minute(18, 23), () -> complete(buyer, order));
        }
    }

    private void complete(Town.Resident buyer, long order) {
        if (status(order).equals("delivered")) {
            mall.tables().run(work -> mall.buying().orders().completed(work, buyer.actor(), order));
            if (town.chance(REVIEWS)) {
                town.agenda().in(1, town.minute(19, 23), () -> review(buyer, order));
            }
        }
    }

    private void review(Town.Resident buyer, long order) {
        long line = mall.tables()
                .<Long>work(
                        work -> work.number("select min(id) number from mall.order_line where order_id = ?", order));
        int drawn = town.random().nextInt(20);
        int stars = drawn < 13 ? 5 : drawn < 18 ? 4 : 3;
        Reviews reviews = mall.assortment().reviews();
        var opinion = new Reviews.Opinion(stars, Cast.opinion(stars, town.random()));
        var _ = town.tried(() -> {
            long id = reviews.write(buyer.actor(), line, opinion);
            if (town.chance(REPLIES)) {
                String words = stars >= 4 ? "谢谢支持，欢迎再来。" : "抱歉没让您满意，我们会改进。";
                town.agenda().in(1, town.minute(10, 17), () -> reviews.reply(staff.clerk(merchant(order)), id, words));
            }
        });
    }

    /// A buyer shows the codes of an order at the counter.
    private void redeem(Town.Resident buyer, long order) {
        Vouchers vouchers = mall.trade().delivery().vouchers();
        var wish = new Listing.Wish(null, null, 50);
        vouchers.list(buyer.actor(), Vouchers.Status.READY, wish).items().stream()
                .map(Vouchers.Held::voucher)
                .filter(voucher -> voucher.order() == order)
                .forEach(voucher -> {
                    String code = vouchers.show(buyer.actor(), voucher.id());
                    var _ = town.tried(() -> vouchers.redeem(staff.clerk(voucher.merchant()), code));
                });
    }
}
