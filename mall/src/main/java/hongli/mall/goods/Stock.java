package hongli.mall.goods;

import hongli.economy.terms.Fault;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.merchant.Seller;
import hongli.mall.refusal.General;
import hongli.mall.refusal.Refusal;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.trail.Trail;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// How much of each variant can still be sold, and for bookings on which days; changed by differences, so that what is
/// sold meanwhile is never overwritten.
public final class Stock {
    /// The most that can be in stock, and by which it can change at once.
    public static final long MOST = 1_000_000_000;

    private static final int MOST_DAYS = 400;
    private static final String ADD = """
            insert into mall.slot (variant, merchant, day, stock)
            select ?::bigint, ?::bigint, d::date, ?::bigint from generate_series(?::date, ?::date, interval '1 day') d
            order by d on conflict (variant, day) do update set stock = mall.slot.stock + excluded.stock
            """;
    private static final String TAKE = """
            update mall.slot set stock = stock + ? where variant = ? and merchant = ? and day between ? and ?
            and stock + ? >= 0
            """;

    private final Tables tables;

    public Stock(Tables tables) {
        this.tables = tables;
    }

    /// What can be sold on one day.
    public record Day(LocalDate day, long stock) {}

    /// Days from one to another, both included.
    public record Days(LocalDate from, LocalDate until) {
        /// Checks that they are some, and not too many.
        public Days {
            long count = ChronoUnit.DAYS.between(from, until);
            if (count < 0 || count >= MOST_DAYS) {
                throw Refusal.of(List.of(new Fault(
                        "until",
                        "out_of_range",
                        "from the first day on, at most " + MOST_DAYS + " days",
                        until.toString())));
            }
        }

        long count() {
            return ChronoUnit.DAYS.between(from, until) + 1;
        }
    }

    private record Held(long product, Kind kind, String sku, long stock) {}

    /// Puts `by` pieces to the stock of a variant, or takes them away.
    ///
    /// @return the new stock
    public long change(Actor actor, long variant, long by, String reason) {
        Seller seller = Seller.of(tables, actor, Permission.STOCK_CHANGE);
        return seller.work(tables, work -> change(work, seller, variant, new Change(by, reason)));
    }

    /// By how much, and why.
    public record Change(long by, String reason) {}

    /// As above, within a transaction in the seller's name.
    public static long change(Transaction work, Seller seller, long variant, Change change) {
        Held held = lock(work, seller, variant);
        if (held.kind() == Kind.BOOKING) {
            throw GoodsGround.STOCK_BY_DAY.with("variant", variant);
        }
        requireRange(change.by());
        long after = held.stock() + change.by();
        if (after < 0 || after > MOST) {
            throw GoodsGround.STOCK_BELOW_ZERO.with("stock", held.stock(), "by", change.by());
        }
        work.send("update mall.variant set stock = ? where id = ?", after, variant);
        Map<String, Object> told = Map.of("sku", held.sku(), "stock", after, "reason", change.reason());
        tell(work, seller, held, new Trail.Change(Map.of("sku", held.sku(), "stock", held.stock()), told));
        return after;
    }

    /// Puts `by` places to each of the days of a booking, or takes them away from each.
    public void changeDays(Actor actor, long variant, Days days, Change change) {
        Seller seller = Seller.of(tables, actor, Permission.STOCK_CHANGE);
        seller.work(tables, work -> {
            Held held = lock(work, seller, variant);
            if (held.kind() != Kind.BOOKING) {
                throw General.NOT_FOUND.with("variant", variant);
            }
            requireRange(change.by());
            if (change.by() >= 0) {
                work.run(ADD, variant, seller.merchant(), change.by(), days.from(), days.until());
            } else {
                take(work, seller, variant, days, change.by());
            }
            Map<String, Object> told = Map.of(
                    "sku", held.sku(),
                    "from", days.from().toString(),
                    "until", days.until().toString(),
                    "by", change.by(),
                    "reason", change.reason());
            tell(work, seller, held, new Trail.Change(null, told));
            return true;
        });
    }

    private static void take(Transaction work, Seller seller, long variant, Days days, long by) {
        int taken = work.run(TAKE, by, variant, seller.merchant(), days.from(), days.until(), by);
        if (taken < days.count()) {
            throw GoodsGround.STOCK_BELOW_ZERO.with("by", by);
        }
    }

    /// What is left on these days; days without places are left out.
    public List<Day> days(Actor actor, long variant, Days days) {
        Seller seller = Seller.of(tables, actor, Permission.GOODS_READ);
        return seller.work(tables, work -> {
            lock(work, seller, variant);
            return days(work, variant, days);
        });
    }

    static List<Day> days(Transaction work, long variant, Days days) {
        return work.all(
                "select day, stock from mall.slot where variant = ? and day between ? and ? order by day",
                row -> new Day(row.date("day"), row.number("stock")),
                variant,
                days.from(),
                days.until());
    }

    private static Held lock(Transaction work, Seller seller, long variant) {
        return work.find(
                        "select v.product, p.kind, v.sku, v.stock from mall.variant v"
                                + " join mall.product p on p.id = v.product"
                                + " where v.id = ? and v.merchant = ? for no key update of v",
                        Stock::held,
                        variant,
                        seller.merchant())
                .orElseThrow(() -> General.NOT_FOUND.with("variant", variant));
    }

    private static Held held(Row row) throws SQLException {
        return new Held(row.number("product"), row.word("kind", Kind.class), row.text("sku"), row.number("stock"));
    }

    private static void requireRange(long by) {
        if (by == 0 || by < -MOST || by > MOST) {
            throw Refusal.of(List.of(new Fault("by", "out_of_range", "-" + MOST + " to " + MOST + ", not 0", by + "")));
        }
    }

    private static void tell(Transaction work, Seller seller, Held held, Trail.Change change) {
        Drafts.tell(work, seller.actor(), "stock.changed", held.product(), change);
    }
}
