package hongli.mall.order;

import hongli.economy.exact.Money;
import hongli.mall.Malls;
import hongli.mall.access.Actor;
import hongli.mall.coupon.CouponTerms;
import hongli.mall.coupon.Coupons;
import hongli.mall.price.Item;
import hongli.mall.table.MallClock;
import hongli.mall.table.Tables;
import hongli.mall.timer.Timers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// A mall with goods to try orders in.
final class Shop {
    final MallClock clock = Malls.clock();
    final Tables tables = Tables.open(Malls.database(), clock);
    final Timers timers = new Timers(tables);
    final Orders orders = new Orders(tables, timers);
    final Placing placing = new Placing(tables, orders);
    final Coupons coupons = new Coupons(tables);

    private int number;

    Actor.Member member() {
        number++;
        String name = "m" + number;
        return new Actor.Member(tables.work(work -> work.insert(
                "insert into mall.member (email, name, referral_code, joined_at) values (?, ?, ?, ?) returning id",
                name + "@example.com",
                name,
                name,
                work.now())));
    }

    List<Actor.Member> members(int count) {
        List<Actor.Member> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            members.add(member());
        }
        return members;
    }

    long merchant() {
        return tables.work(work -> work.insert(
                "insert into mall.merchant (name, status, created_at) values ('店', 'open', ?) returning id",
                work.now()));
    }

    /// A variant on the shelf.
    long variant(long merchant, String kind, long priceFen, long stock) {
        number++;
        return tables.work(work -> {
            long product = work.insert(
                    "insert into mall.product (merchant, kind, title, status, on_shelf, created_at)"
                            + " values (?, ?, ?, 'approved', true, ?) returning id",
                    merchant,
                    kind,
                    "商品'; drop table mall.orders; --<b>",
                    work.now());
            return work.insert(
                    "insert into mall.variant (product, merchant, sku, price_fen, cost_fen, stock)"
                            + " values (?, ?, ?, ?, 1, ?) returning id",
                    product,
                    merchant,
                    "sku" + number,
                    priceFen,
                    stock);
        });
    }

    void slot(long merchant, long variant, LocalDate day, long stock) {
        tables.run(work -> work.run("insert into mall.slot values (?, ?, ?, ?)", variant, merchant, day, stock));
    }

    long address(Actor.Member member) {
        return tables.work(work -> work.insert(
                "insert into mall.address (member, receiver, phone, region, street)"
                        + " values (?, '张三', '13800000000', '广东省/深圳市', '路1号') returning id",
                member.id()));
    }

    /// A piece of a coupon of the platform that takes `off` fen off.
    long coupon(Actor.Member member, long off) {
        return coupons.take(member, kind(new CouponTerms.Limits(1_000, 1_000), off));
    }

    long kind(CouponTerms.Limits limits, long off) {
        return tables.work(work -> work.insert(
                "insert into mall.coupon_kind (borne_by, name, off_fen, most_issued, each_member, from_at, until_at)"
                        + " values ('platform', '券', ?, ?, ?, ?, ?) returning id",
                off,
                limits.all(),
                limits.eachMember(),
                work.now(),
                work.now().plus(Duration.ofDays(30))));
    }

    static Wish.Line line(long variant, long quantity) {
        return new Wish.Line(new Item.Key(variant, Optional.empty()), quantity, "");
    }

    static Wish.Line line(long variant, LocalDate day, long quantity) {
        return new Wish.Line(new Item.Key(variant, Optional.of(day)), quantity, "");
    }

    static Wish wish(Wish.Line... lines) {
        return new Wish(List.of(lines), List.of(), OptionalLong.empty(), "");
    }

    static Wish wish(long coupon, Wish.Line... lines) {
        return new Wish(List.of(lines), List.of(coupon), OptionalLong.empty(), "");
    }

    long place(Actor actor, String key, Wish wish) {
        return placing.place(actor, new Placing.Request(key, wish, Optional.empty()));
    }

    boolean pay(long checkout) {
        return tables.work(work -> orders.paid(work, checkout));
    }

    List<Long> ordersOf(long checkout) {
        return tables.work(work -> work.all(
                "select id from mall.orders where checkout = ? order by id", row -> row.number("id"), checkout));
    }

    List<Long> linesOf(long order) {
        return tables.work(work -> work.all(
                "select id from mall.order_line where order_id = ? order by id", row -> row.number("id"), order));
    }

    String status(long order) {
        return tables.work(
                work -> work.one("select status from mall.orders where id = ?", row -> row.text("status"), order));
    }

    long stock(long variant) {
        return number("select stock number from mall.variant where id = " + variant);
    }

    long number(String sql) {
        return tables.<Long>work(work -> work.number(sql));
    }

    Money paidOf(long line) {
        return new Money(number("select paid_fen number from mall.order_line where id = " + line));
    }

    /// Does all of it at once on threads of its own; what each answered, or the message of what it threw.
    static <T> List<String> atOnce(List<Callable<T>> deeds) throws InterruptedException {
        List<String> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(deeds.size())) {
            for (Future<T> future : threads.invokeAll(deeds)) {
                try {
                    answers.add(String.valueOf(future.get()));
                } catch (ExecutionException e) {
                    answers.add(String.valueOf(
                            Objects.requireNonNullElse(e.getCause(), e).getMessage()));
                }
            }
        }
        return answers;
    }
}
