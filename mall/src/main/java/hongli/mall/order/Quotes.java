package hongli.mall.order;

import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.basket.Article;
import hongli.mall.basket.Articles;
import hongli.mall.basket.BasketGround;
import hongli.mall.basket.Baskets;
import hongli.mall.coupon.CouponGround;
import hongli.mall.coupon.Coupons;
import hongli.mall.price.Bearer;
import hongli.mall.price.Discount;
import hongli.mall.price.Explanation;
import hongli.mall.price.Item;
import hongli.mall.price.Price;
import hongli.mall.price.PricedItem;
import hongli.mall.price.Pricing;
import hongli.mall.price.Split;
import hongli.mall.refusal.General;
import hongli.mall.sale.SoldLine;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What a purchase would cost, and why: for members as they would place it, for guests at the list price.
public final class Quotes {
    private final Tables tables;

    public Quotes(Tables tables) {
        this.tables = tables;
    }

    /// What was asked for, with everything that is known of it.
    ///
    /// @param address as JSON, to be kept with the orders
    record Offered(Wish wish, Map<Long, Article> articles, Price price, Optional<String> address) {
        Article article(Item.Key key) {
            return Objects.requireNonNull(articles.get(key.variant()), "what is priced must be there");
        }
    }

    /// Where something is sent.
    private record Destination(String region, Optional<String> address) {}

    /// The explained price; nothing is reserved.
    ///
    /// @param actor a member, or a guest, who has neither coupons nor addresses
    public Map<String, Object> quote(Actor actor, Wish.Quoted quoted) {
        return tables.work(work -> {
            Offered offered = offered(work, buyer(actor, quoted.wish()), quoted.wish(), quoted.region());
            return Explanation.of(offered.price(), quoted.points());
        });
    }

    private static OptionalLong buyer(Actor actor, Wish wish) {
        if (!(actor instanceof Actor.Guest)) {
            return OptionalLong.of(actor.requireMember().id());
        }
        if (!wish.coupons().isEmpty() || wish.address().isPresent()) {
            throw General.LOGIN_REQUIRED.with();
        }
        return OptionalLong.empty();
    }

    /// A line as it would be sold.
    public record Wanted(Item.Key key, SoldLine line) {}

    /// The lines of a wish as they would be sold, in the order in which they would be written; the
    /// points that would pay them are split as those that do pay are: over the orders, and then over
    /// their lines.
    public static List<Wanted> wanted(Transaction work, Actor actor, Wish.Quoted quoted) {
        Offered offered = offered(work, buyer(actor, quoted.wish()), quoted.wish(), quoted.region());
        List<Price> orders = List.copyOf(offered.price().byMerchant().values());
        Money points = new Money(
                Math.min(quoted.points().fen(), offered.price().payable().fen()));
        List<Money> each = Split.of(points, orders.stream().map(Price::payable).toList());
        List<Wanted> wanted = new ArrayList<>();
        for (int i = 0; i < orders.size(); i++) {
            wanted.addAll(wanted(offered, orders.get(i), each.get(i)));
        }
        return wanted;
    }

    private static List<Wanted> wanted(Offered offered, Price order, Money points) {
        List<Money> parts =
                Split.of(points, order.lines().stream().map(PricedItem::paid).toList());
        List<Wanted> wanted = new ArrayList<>();
        for (PricedItem priced : order.lines()) {
            Item.Key key = priced.item().key();
            int place = wanted.size();
            var line = new SoldLine(
                    0,
                    place + 1,
                    priced.paid(),
                    priced.freight(),
                    priced.off(Bearer.PLATFORM),
                    parts.get(place),
                    Money.ZERO,
                    offered.article(key).cost(),
                    priced.item().quantity());
            wanted.add(new Wanted(key, line));
        }
        return wanted;
    }

    /// Reads and prices a wish.
    ///
    /// @param region counts where the wish has no address
    static Offered offered(Transaction work, OptionalLong member, Wish wish, Optional<String> region) {
        requireLines(wish);
        List<Long> variants =
                wish.lines().stream().map(line -> line.key().variant()).toList();
        Map<Long, Article> articles = Articles.find(work, variants, member);
        List<Item> items = new ArrayList<>();
        for (Wish.Line line : wish.lines()) {
            Article article = articles.get(line.key().variant());
            if (article == null || !article.forSale()) {
                throw BasketGround.NOT_FOR_SALE.with("variant", line.key().variant());
            }
            Baskets.requireDay(article, line.key(), work);
            items.add((wish.pickUp() ? article.unsent() : article).item(line.key(), line.quantity()));
        }
        Optional<Destination> to = destination(work, member, wish, region);
        var discounts =
                member.isPresent() ? Coupons.usable(work, member.getAsLong(), wish.coupons()) : List.<Discount>of();
        Price price = Pricing.of(items, discounts, to.map(Destination::region));
        return new Offered(wish, articles, price, to.flatMap(Destination::address));
    }

    private static void requireLines(Wish wish) {
        Set<Item.Key> keys = new HashSet<>();
        boolean sound = wish.lines().stream()
                .allMatch(
                        line -> keys.add(line.key()) && line.quantity() >= 1 && line.quantity() <= Baskets.MOST_PIECES);
        if (!sound || keys.isEmpty() || keys.size() > Baskets.MOST_LINES) {
            throw OrderGround.NOTHING_TO_ORDER.with();
        }
        if (Set.copyOf(wish.coupons()).size() != wish.coupons().size()) {
            throw CouponGround.COUPON_NOT_USABLE.with("coupons", wish.coupons());
        }
    }

    private static Optional<Destination> destination(
            Transaction work, OptionalLong member, Wish wish, Optional<String> region) {
        if (wish.pickUp() && wish.address().isPresent()) {
            throw OrderGround.PICK_UP_WITH_ADDRESS.with();
        }
        if (wish.address().isEmpty() || member.isEmpty()) {
            return region.map(to -> new Destination(to, Optional.empty()));
        }
        return Optional.of(work.find(
                        "select region, (to_jsonb(a) - 'id' - 'member' - 'is_default')::text address"
                                + " from mall.address a where id = ? and member = ?",
                        row -> new Destination(row.text("region"), Optional.of(row.text("address"))),
                        wish.address().getAsLong(),
                        member.getAsLong())
                .orElseThrow(() -> OrderGround.ADDRESS_MISSING.with()));
    }
}
