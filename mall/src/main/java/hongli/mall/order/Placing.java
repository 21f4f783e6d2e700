package hongli.mall.order;

import hongli.economy.exact.Money;
import hongli.ledger.wire.Json;
import hongli.mall.access.Actor;
import hongli.mall.basket.Article;
import hongli.mall.basket.Baskets;
import hongli.mall.coupon.Coupons;
import hongli.mall.goods.Kind;
import hongli.mall.price.Explanation;
import hongli.mall.price.Price;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// Places checkouts: one for a wish, with an order for each merchant in it; once for each key of the caller.
///
/// All that can be read and written without others waiting comes first; the stock, for which buyers of the same goods
/// queue up, is taken last and held for the shortest time.
public final class Placing {
    private static final String CHECKOUT = """
            insert into mall.checkout (member, key, request, status, payable_fen, explanation, placed_at)
            values (?, ?, ?, 'unpaid', ?, ?::jsonb, ?) returning id
            """;

    private final Tables tables;
    private final Orders orders;

    public Placing(Tables tables, Orders orders) {
        this.tables = tables;
        this.orders = orders;
    }

    /// What is placed under which key.
    ///
    /// @param key of the caller's choice, one for each purchase
    /// @param expected what the caller believes to pay; where it differs, nothing is placed
    public record Request(String key, Wish wish, Optional<Money> expected) {}

    /// A checkout placed under a key earlier.
    private record Earlier(long id, boolean same) {}

    /// Places it, or finds what was placed under this key with the same wish; the checkout's id.
    ///
    /// @throws hongli.mall.refusal.Refusal where the key stands for another wish, or anything of it cannot be had
    public long place(Actor actor, Request request) {
        long member = actor.requireMember().id();
        return tables.work(work -> {
            // Those who ask under one key at the same time come one after the other, and find what the first one
            // placed.
            work.send("select pg_advisory_xact_lock(hashtextextended(?, ?))", request.key(), member);
            return earlier(work, member, request).orElseGet(() -> place(work, actor, request));
        });
    }

    private static Optional<Long> earlier(Transaction work, long member, Request request) {
        return work.find(
                        "select id, request = ? same from mall.checkout where member = ? and key = ?",
                        row -> new Earlier(row.number("id"), row.flag("same")),
                        request.wish().digest(),
                        member,
                        request.key())
                .map(found -> {
                    if (!found.same()) {
                        throw OrderGround.KEY_REUSED.with("key", request.key());
                    }
                    return found.id();
                });
    }

    private long place(Transaction work, Actor actor, Request request) {
        long member = actor.requireMember().id();
        Wish wish = request.wish();
        var offered = Quotes.offered(work, OptionalLong.of(member), wish, Optional.empty());
        requireTargets(offered);
        Money payable = offered.price().payable();
        if (request.expected().filter(expected -> !expected.equals(payable)).isPresent()) {
            throw OrderGround.PRICE_CHANGED.with(
                    "payable",
                    payable.toString(),
                    "believed",
                    request.expected().get().toString());
        }
        long checkout = checkout(work, member, request, offered.price());
        Coupons.keep(work, member, wish.coupons(), checkout);
        write(work, actor, checkout, offered);
        Baskets.remove(work, member, wish.lines().stream().map(Wish.Line::key).toList());
        Stock.take(work, taken(wish));
        if (payable.equals(Money.ZERO)) {
            orders.paid(work, checkout);
        }
        return checkout;
    }

    private static long checkout(Transaction work, long member, Request request, Price price) {
        return work.insert(
                CHECKOUT,
                member,
                request.key(),
                request.wish().digest(),
                price.payable(),
                Json.text(Explanation.of(price, Money.ZERO)),
                work.now());
    }

    private void write(Transaction work, Actor actor, long checkout, Quotes.Offered offered) {
        offered.price()
                .byMerchant()
                .forEach((merchant, price) -> OrderRows.write(work, actor, checkout, offered, price));
        Timers.putAfter(work, Orders.UNPAID_TIMER, checkout, "unpaid_minutes", ChronoUnit.MINUTES);
    }

    private static void requireTargets(Quotes.Offered offered) {
        for (Wish.Line line : offered.wish().lines()) {
            Article article = offered.article(line.key());
            boolean toBeSent =
                    article.kind() == Kind.PHYSICAL && !offered.wish().pickUp();
            if (toBeSent && offered.address().isEmpty()) {
                throw OrderGround.ADDRESS_MISSING.with();
            }
            if ((article.kind() == Kind.TOP_UP) == line.target().isEmpty()) {
                throw OrderGround.TARGET_MISSING.with("variant", article.variant());
            }
        }
    }

    private static List<Stock.Taken> taken(Wish wish) {
        List<Stock.Taken> taken = new ArrayList<>();
        wish.lines()
                .forEach(line -> taken.add(
                        new Stock.Taken(line.key().variant(), line.key().day(), line.quantity())));
        return taken;
    }
}
