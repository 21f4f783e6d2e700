package hongli.app.demo;

import hongli.app.demo.picture.Look;
import hongli.app.demo.picture.Motif;
import hongli.economy.exact.Money;
import hongli.mall.Mall;
import hongli.mall.bill.Bills;
import hongli.mall.goods.Kind;
import hongli.mall.goods.Offer;
import hongli.mall.merchant.Merchants;
import hongli.mall.table.Listing;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What the platform's people do in a demo: bills month by month and the channel's bill every day; and what waits for
/// them in the end, so that whoever looks finds something to do.
final class Offices {
    private static final Listing.Wish ALL = new Listing.Wish(null, null, 100);

    private final Town town;
    private final Mall mall;
    private final Premises.Staff staff;

    Offices(Town town, Premises.Staff staff) {
        this.town = town;
        this.mall = town.mall();
        this.staff = staff;
    }

    /// On the second of a month the bills of the month before are made and go from hand to hand.
    void bills(LocalDate today) {
        LocalDate until = today.withDayOfMonth(1).minusDays(1);
        var period = new Bills.Period(until.withDayOfMonth(1), until);
        var _ = town.tried(() -> {
            var _ = mall.bills().makeAll(staff.finance(), period);
            for (Bills.Bill bill : mall.bills()
                    .all(staff.admin(), new Bills.Filter(null, Bills.Step.DRAFT), ALL)
                    .items()) {
                pass(bill.id());
            }
        });
    }

    private void pass(long bill) {
        Optional<String> none = Optional.empty();
        var _ = mall.bills().advance(staff.finance(), bill, Bills.Step.CHECKED, none);
        town.agenda().in(1, town.minute(10, 12), () -> {
            var _ = town.tried(() -> mall.bills().advance(staff.review(), bill, Bills.Step.APPROVED, none));
        });
        town.agenda().in(3, town.minute(14, 16), () -> {
            var _ = town.tried(
                    () -> mall.bills().advance(staff.admin(), bill, Bills.Step.PAID, Optional.of("DEMO-" + bill)));
        });
    }

    /// The channel's bill of the day before against our own books.
    void reconcile(LocalDate day) {
        var _ = town.tried(() -> mall.trade().reconciliations().run(staff.finance(), "sandbox", day));
    }

    /// What waits for a decision: a changed price, a new product, somebody who wants to sell.
    void leaveWork(List<Town.Offered> offered) {
        var drafts = mall.assortment().drafts();
        Town.Offered known = offered.getFirst();
        long version = mall.assortment()
                .goods()
                .one(known.seller(), known.product())
                .product()
                .version();
        drafts.change(known.seller(), known.product(), version, dearer(known.offer()));
        drafts.submit(known.seller(), known.product());
        fresh(offered.stream()
                .filter(each -> each.seller().equals(staff.clerk(Premises.TEA.key())))
                .findFirst()
                .orElseThrow());
        var _ = town.tried(() -> mall.assortment()
                .merchants()
                .apply(
                        town.residents().get(1).actor(),
                        new Merchants.Application("果然新鲜水果店", "guoran@example.com", "92330000DEMO77")));
    }

    private static Offer dearer(Offer before) {
        List<Offer.Variant> variants = new ArrayList<>();
        for (Offer.Variant each : before.variants()) {
            variants.add(new Offer.Variant(
                    each.sku(),
                    each.specification(),
                    new Money(each.price().fen() + 1_000),
                    each.cost(),
                    each.tierPrices(),
                    each.grams()));
        }
        return new Offer(
                before.title(),
                before.description() + "新年份，口感更圆润。",
                before.category(),
                before.brand(),
                before.freight(),
                before.pictures(),
                variants);
    }

    private void fresh(Town.Offered like) {
        var seller = staff.clerk(Premises.TEA.key());
        long picture = new Shelves(town, staff).picture(seller, new Look(Motif.TIN, 0x9c6b4a, 0x6f4a2f, 0xefe4d8));
        Offer.Variant first = like.offer().variants().getFirst();
        var variant = new Offer.Variant(
                "TE-NEW-1", first.specification(), new Money(13_800), new Money(6_900), List.of(), 200);
        var offer = new Offer(
                "凤凰单丛 鸭屎香",
                "蜜兰与黄栀的香气，新品上架前请平台审核。",
                like.offer().category(),
                null,
                null,
                List.of(picture),
                List.of(variant));
        long product = mall.assortment().drafts().create(seller, Kind.PHYSICAL, offer);
        mall.assortment().drafts().submit(seller, product);
    }
}
