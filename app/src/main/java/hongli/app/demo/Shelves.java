package hongli.app.demo;

import hongli.app.demo.picture.Look;
import hongli.economy.exact.Money;
import hongli.mall.Mall;
import hongli.mall.access.Actor;
import hongli.mall.goods.Categories;
import hongli.mall.goods.Goods;
import hongli.mall.goods.Kind;
import hongli.mall.goods.Offer;
import hongli.mall.goods.Stock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/// Puts the goods of a demo on its shelves: categories, pictures, offers, the platform's approval, stock.
final class Shelves {
    private static final long PIECES = 3_000;
    private static final long ROOMS = 4;
    private static final int DAYS_AHEAD = 60;

    private final Town town;
    private final Mall mall;
    private final Premises.Staff staff;
    private final Map<String, Long> categories = new HashMap<>();
    private final List<Town.Offered> offered = new ArrayList<>();

    Shelves(Town town, Premises.Staff staff) {
        this.town = town;
        this.mall = town.mall();
        this.staff = staff;
    }

    /// A product and its picture on its way.
    private record Drawn(Ware ware, CompletableFuture<byte[]> picture) {}

    /// Puts up everything; what was offered.
    List<Town.Offered> fill() {
        // Several at once: pictures take longer than anything else here.
        List<Drawn> all = Ware.all().stream()
                .map(ware -> new Drawn(ware, CompletableFuture.supplyAsync(ware.look()::jpeg)))
                .toList();
        all.forEach(this::put);
        return List.copyOf(offered);
    }

    /// The picture of a look, for somebody's offer.
    long picture(Actor seller, Look look) {
        return mall.assortment().pictures().take(seller, look.jpeg()).id();
    }

    private void put(Drawn drawn) {
        Ware ware = drawn.ware();
        Actor.Clerk seller = staff.clerk(ware.seller());
        long picture = mall.assortment()
                .pictures()
                .take(seller, drawn.picture().join())
                .id();
        Long freight = ware.kind() == Kind.PHYSICAL ? staff.freights().get(ware.seller()) : null;
        var offer = new Offer(
                ware.title(),
                ware.description(),
                category(ware.category()),
                null,
                freight,
                List.of(picture),
                ware.forms().stream().map(Shelves::variant).toList());
        long product = mall.assortment().drafts().create(seller, ware.kind(), offer);
        mall.assortment().drafts().submit(seller, product);
        var approvals = mall.assortment().approvals();
        approvals.approve(
                staff.review(),
                product,
                approvals.proposal(staff.review(), product).product().version());
        mall.assortment().drafts().shelve(seller, product, true);
        stock(ware, seller, product);
        offered.add(new Town.Offered(product, seller, offer));
    }

    private static Offer.Variant variant(Ware.Form form) {
        int colon = form.specification().indexOf(':');
        var specification = new TreeMap<>(Map.of(
                form.specification().substring(0, colon), form.specification().substring(colon + 1)));
        return new Offer.Variant(
                form.sku(), specification, form.price(), form.cost(), tierPrices(form.price()), form.grams());
    }

    /// Two, four and six in a hundred less for the tiers, in whole tenths of a yuan.
    private static List<Money> tierPrices(Money price) {
        List<Money> prices = new ArrayList<>();
        for (int tier = 1; tier <= 3; tier++) {
            prices.add(new Money(price.fen() * (100 - 2 * tier) / 1_000 * 10));
        }
        return prices;
    }

    private Long category(String path) {
        int slash = path.lastIndexOf('/');
        Long parent = slash < 0 ? null : category(path.substring(0, slash));
        Long known = categories.get(path);
        if (known != null) {
            return known;
        }
        var wish = new Categories.Wish(parent, path.substring(slash + 1), categories.size());
        long id = mall.assortment().categories().add(staff.review(), wish);
        categories.put(path, id);
        return id;
    }

    private void stock(Ware ware, Actor.Clerk seller, long product) {
        Map<String, Integer> weights = new HashMap<>();
        ware.forms().forEach(form -> weights.put(form.sku(), form.weight()));
        for (Goods.Held held : mall.assortment().goods().one(seller, product).variants()) {
            Offer.Variant variant = held.variant();
            if (ware.kind() == Kind.BOOKING) {
                LocalDate today = town.agenda().today();
                int days = Math.min(390, DAYS_AHEAD + town.days());
                mall.assortment()
                        .stock()
                        .changeDays(
                                seller,
                                held.id(),
                                new Stock.Days(today, today.plusDays(days)),
                                new Stock.Change(ROOMS, "开放预订"));
            } else {
                mall.assortment().stock().change(seller, held.id(), PIECES, "首批入库");
            }
            town.goods()
                    .add(new Town.Good(
                            held.id(),
                            seller.merchant(),
                            ware.kind(),
                            variant.price(),
                            weights.getOrDefault(variant.sku(), 1)));
        }
    }
}
