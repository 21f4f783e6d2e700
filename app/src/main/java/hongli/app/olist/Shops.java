package hongli.app.olist;

import hongli.app.console.Pace;
import hongli.economy.exact.Money;
import hongli.mall.Mall;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.goods.Categories;
import hongli.mall.goodsfile.GoodsFiles;
import hongli.mall.merchant.Freights;
import hongli.mall.merchant.Merchants;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// The sellers of Olist as merchants with their goods: each applies, is let in, hands in a file of goods, which the
/// platform approves, and puts them on the shelf.
///
/// Olist tells what the delivery of a piece cost, and no tariff. So every seller has a template of one fen a gram, and
/// a piece weighs as many grams as its delivery cost fen.
final class Shops {
    static final Actor.Operator OPERATOR = new Actor.Operator(0, EnumSet.allOf(Permission.class));

    private static final Set<Permission> ALL = EnumSet.allOf(Permission.class);
    private static final long COMMISSION_MILLIONTHS = 100_000;
    private static final String BY_GRAM = "Olist";

    private final Mall mall;
    private final Olist olist;
    private final People people;
    private final Map<String, Shop> shops = new ConcurrentHashMap<>();

    /// What a merchant sells, by SKU.
    record Shop(Map<String, Long> variants) {
        Shop {
            variants = Map.copyOf(variants);
        }

        long variant(Sold.Good good) {
            return Objects.requireNonNull(variants.get(good.sku()), "what was sold was offered");
        }
    }

    private record Named(String sku, long id) {}

    private record Draft(long id, long version) {}

    Shops(Mall mall, Olist olist, People people) {
        this.mall = mall;
        this.olist = olist;
        this.people = people;
    }

    /// Somebody who works for a merchant.
    static Actor.Clerk clerk(long merchant) {
        return new Actor.Clerk(0, merchant, ALL);
    }

    Shop of(String seller) {
        return Objects.requireNonNull(shops.get(seller), "who sells was let in");
    }

    /// Opens all of them; `pace` is told how many.
    void open(Workers workers, Pace pace) {
        for (String name : olist.categoryNames()) {
            mall.assortment().categories().add(OPERATOR, new Categories.Wish(null, name, 0));
        }
        Map<String, Offers> sellers = new HashMap<>();
        for (Sold order : olist.orders()) {
            order.items.forEach((seller, items) -> items.forEach(item ->
                    sellers.computeIfAbsent(seller, _ -> new Offers(olist)).add(item)));
        }
        var done = new AtomicLong();
        workers.each(List.copyOf(sellers.entrySet()), seller -> {
            shops.put(seller.getKey(), open(seller.getKey(), seller.getValue()));
            pace.report(done.incrementAndGet(), done.get() / (double) sellers.size());
        });
    }

    private Shop open(String seller, Offers offers) {
        var owner = new Actor.Member(
                mall.tables().work(work -> people.owner(work, seller)).member());
        Merchants merchants = mall.assortment().merchants();
        long merchant = merchants.apply(owner, new Merchants.Application(seller, seller + "@olist.invalid", ""));
        merchants.accept(OPERATOR, merchant, new Merchants.Admission(Money.ZERO, COMMISSION_MILLIONTHS));
        Actor.Clerk clerk = clerk(merchant);
        var fen = new Money(1);
        mall.assortment()
                .freights()
                .add(
                        clerk,
                        new Freights.Template(
                                BY_GRAM, Freights.Unit.GRAM, null, List.of(new Freights.Rate("", 1, fen, 1, fen))));
        byte[] file = offers.file(BY_GRAM).getBytes(StandardCharsets.UTF_8);
        mall.assortment().files().take(clerk, file, new GoodsFiles.Wish(false, true));
        List<Draft> drafts = mall.tables()
                .work(work -> work.all(
                        "select id, version from mall.product where merchant = ? order by id",
                        row -> new Draft(row.number("id"), row.number("version")),
                        merchant));
        for (Draft draft : drafts) {
            mall.assortment().approvals().approve(OPERATOR, draft.id(), draft.version());
            mall.assortment().drafts().shelve(clerk, draft.id(), true);
        }
        return new Shop(variants(merchant));
    }

    private Map<String, Long> variants(long merchant) {
        Map<String, Long> variants = new HashMap<>();
        mall.tables()
                .work(work -> work.all(
                        "select sku, id from mall.variant where merchant = ?",
                        row -> new Named(row.text("sku"), row.number("id")),
                        merchant))
                .forEach(each -> variants.put(each.sku(), each.id()));
        return variants;
    }
}
