package hongli.mall.order;

import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.refusal.General;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Orders as they are looked at: by the member whose they are, by clerks of the merchant, by operators.
public final class OrderLists {
    private static final String COLUMNS = """
            select o.id, o.number, o.checkout, o.member, o.merchant, m.name merchant_name, o.status, o.goods_fen,
                o.platform_discount_fen, o.merchant_discount_fen, o.freight_fen, o.payable_fen, o.refunded_fen,
                o.note, o.address::text address, o.placed_at, o.version,
                (select string_agg(l.title || ' ×' || l.quantity, '; ' order by l.id)
                    from mall.order_line l where l.order_id = o.id) titles,
                array(select p.pictures[1] from mall.order_line l join mall.product p on p.id = l.product
                    where l.order_id = o.id and cardinality(p.pictures) > 0 order by l.id limit 5) pictures
            from mall.orders o join mall.merchant m on m.id = o.merchant
            """;
    private static final String TEXT = """
            strpos(o.number, ?) > 0 or strpos(o.address ->> 'receiver', ?) > 0 or strpos(o.address ->> 'phone', ?) > 0
            or exists (select from mall.order_line l where l.order_id = o.id and strpos(l.title, ?) > 0)
            """;
    private static final Map<String, String> SORTS =
            Map.of("placed", "placed_at timestamptz", "payable", "payable_fen bigint");

    private final Tables tables;

    public OrderLists(Tables tables) {
        this.tables = tables;
    }

    /// What is looked for; null where it does not matter.
    ///
    /// @param from from when on they were placed
    /// @param until before when they were placed
    /// @param text a part of the number, of the receiver's name or phone, or of what was bought
    /// @param member whose they are
    /// @param merchant of whom they were bought
    /// @param checkout with which they were paid
    public record Filter(
            @Nullable OrderStatus status,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable String text,
            @Nullable Long member,
            @Nullable Long merchant,
            @Nullable Long checkout) {}

    /// The amounts of an order.
    public record Sums(
            Money goods, Money platformOff, Money merchantOff, Money freight, Money payable, Money refunded) {}

    /// An order at a glance.
    ///
    /// @param titles what was bought, in a line
    /// @param pictures the first picture of each of its first lines
    /// @param address where to, as JSON, if it is sent
    public record Summary(
            long id,
            String number,
            long checkout,
            long member,
            long merchant,
            String merchantName,
            OrderStatus status,
            Sums sums,
            String titles,
            List<Long> pictures,
            Optional<String> address,
            String note,
            Instant placedAt,
            long version) {
        public Summary {
            pictures = List.copyOf(pictures);
        }
    }

    /// A page of orders that `actor` may see, the newest first where no other sorting is asked for.
    public Page<Summary> page(Actor actor, Filter filter, Listing.Wish wish) {
        var sorted = new Listing.Wish(wish.sort() == null ? "-placed" : wish.sort(), wish.cursor(), wish.limit());
        return as(actor, work -> {
            var listing = Listing.of(COLUMNS)
                    .whereGiven("o.status = ?", filter.status())
                    .whereGiven("o.placed_at >= ?", filter.from())
                    .whereGiven("o.placed_at < ?", filter.until())
                    .whereGiven("o.member = ?", filter.member())
                    .whereGiven("o.merchant = ?", filter.merchant())
                    .whereGiven("o.checkout = ?", filter.checkout());
            String text = filter.text();
            if (text != null) {
                listing.where(TEXT, text, text, text, text);
            }
            own(listing, actor);
            return listing.page(work, sorted, SORTS, OrderLists::summary);
        });
    }

    private static void own(Listing listing, Actor actor) {
        switch (actor) {
            case Actor.Member member -> listing.where("o.member = ?", member.id());
            case Actor.Clerk clerk -> listing.where("o.merchant = ?", clerk.merchant());
            case Actor.Operator _, Actor.House _ -> {}
            case Actor.Guest _ -> throw General.LOGIN_REQUIRED.with();
        }
    }

    /// One order with its lines and its log.
    ///
    /// @throws hongli.mall.refusal.Refusal where it is not there or not for `actor` to see
    public OrderPaper one(Actor actor, long order) {
        return as(actor, work -> {
            var listing = Listing.of(COLUMNS).where("o.id = ?", order);
            own(listing, actor);
            Page<Summary> found = listing.page(work, new Listing.Wish("placed", null, 1), SORTS, OrderLists::summary);
            if (found.items().isEmpty()) {
                throw General.NOT_FOUND.with("order", order);
            }
            return OrderPaper.read(work, found.items().getFirst());
        });
    }

    /// The numbers by which people know orders, of orders that whoever asks has been shown.
    public Map<Long, String> numbers(Collection<Long> orders) {
        return tables.work(work -> work
                .all(
                        "select id, number from mall.orders where id = any (?)",
                        row -> Map.entry(row.number("id"), row.text("number")),
                        List.copyOf(orders))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /// The orders of one checkout of the member's own.
    public CheckoutPaper checkout(Actor actor, long checkout) {
        return as(actor, work -> {
            var payable = Checkouts.payable(work, actor, checkout);
            List<Summary> orders = Listing.of(COLUMNS)
                    .where("o.checkout = ?", checkout)
                    .page(work, new Listing.Wish("placed", null, 100), SORTS, OrderLists::summary)
                    .items();
            Terms terms = work.one(
                    "select explanation::text explanation, (select (value #>> '{}')::bigint from mall.setting"
                            + " where name = 'unpaid_minutes') minutes from mall.checkout where id = ?",
                    row -> new Terms(row.text("explanation"), Duration.ofMinutes(row.number("minutes"))),
                    checkout);
            return new CheckoutPaper(
                    payable, terms.explanation(), payable.placedAt().plus(terms.patience()), orders);
        });
    }

    private record Terms(String explanation, Duration patience) {}

    /// A checkout as its member sees it.
    ///
    /// @param explanation its price line by line, as JSON
    /// @param payUntil when it is cancelled if it is not paid
    public record CheckoutPaper(
            Checkouts.Payable checkout, String explanation, Instant payUntil, List<Summary> orders) {
        public CheckoutPaper {
            orders = List.copyOf(orders);
        }
    }

    private <T> T as(Actor actor, Function<Transaction, T> deed) {
        return switch (actor) {
            case Actor.Clerk clerk ->
                tables.workAs(clerk.requireClerk(Permission.ORDERS_READ).merchant(), deed);
            case Actor.Operator operator -> {
                operator.requireOperator(Permission.ORDERS_READ);
                yield tables.work(deed);
            }
            case Actor.Member _, Actor.House _ -> tables.work(deed);
            case Actor.Guest _ -> throw General.LOGIN_REQUIRED.with();
        };
    }

    private static Summary summary(Row row) throws SQLException {
        return new Summary(
                row.number("id"),
                row.text("number"),
                row.number("checkout"),
                row.number("member"),
                row.number("merchant"),
                row.text("merchant_name"),
                row.word("status", OrderStatus.class),
                new Sums(
                        row.money("goods_fen"),
                        row.money("platform_discount_fen"),
                        row.money("merchant_discount_fen"),
                        row.money("freight_fen"),
                        row.money("payable_fen"),
                        row.money("refunded_fen")),
                row.findText("titles").orElse(""),
                row.numbers("pictures"),
                row.findText("address"),
                row.text("note"),
                row.time("placed_at"),
                row.number("version"));
    }
}
