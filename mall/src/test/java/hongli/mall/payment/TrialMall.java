package hongli.mall.payment;

import com.zaxxer.hikari.HikariDataSource;
import hongli.economy.exact.Money;
import hongli.mall.Malls;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.aftersale.Counter;
import hongli.mall.aftersale.Deduction;
import hongli.mall.delivery.Delivery;
import hongli.mall.delivery.TopUps;
import hongli.mall.order.Orders;
import hongli.mall.table.MallClock;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;

/// A mall with a sandbox channel and a purse in memory, in which orders are placed by a stroke of the pen.
public final class TrialMall implements AutoCloseable {
    public static final Seal SEAL =
            Seal.Secret.of("a secret of at least thirty-two bytes".getBytes(StandardCharsets.UTF_8));
    public static final Actor.Operator OPERATOR = new Actor.Operator(1, EnumSet.allOf(Permission.class));

    public final MallClock clock = Malls.clock();
    private final HikariDataSource source = Malls.lasting();
    public final Tables tables = Tables.open(source, clock);
    public final Timers timers = new Timers(tables);
    public final SandboxPurse purse = new SandboxPurse();
    public final AtomicReference<Money> deduction = new AtomicReference<>(Money.ZERO);
    public final AtomicReference<TopUps.Answer> topUp = new AtomicReference<>(TopUps.Answer.DONE);
    public final Orders orders = new Orders(tables, timers);
    public final Till till = Till.of(tables, timers, orders, new Till.Means(purse, List.of(), Optional.of(SEAL)));
    public final SandboxDesk desk = till.sandbox().orElseThrow();
    public final Delivery delivery = Delivery.of(tables, timers, orders, _ -> topUp.get());
    public final Counter counter =
            Counter.of(tables, timers, new Counter.Ways(orders, till.refunds(), delivery.fulfilment(), (Deduction)
                    (_, _) -> deduction.get()));

    private int number;

    /// Lets go of the connections: the server has a hundred for all tests.
    @Override
    public void close() {
        source.close();
    }

    /// Goods to be ordered.
    public record Item(long merchant, String kind, long quantity, long unitFen, long freightFen) {
        public long paid() {
            return quantity * unitFen + freightFen;
        }
    }

    public static Item goods(long merchant, long quantity, long unitFen) {
        return new Item(merchant, "physical", quantity, unitFen, 0);
    }

    public Actor.Member member() {
        number++;
        return new Actor.Member(tables.work(work -> work.insert(
                "insert into mall.member (phone, name, referral_code, joined_at) values (?, 'x', ?, ?) returning id",
                "p" + number,
                "r" + number,
                work.now())));
    }

    public Actor.Clerk clerk() {
        long merchant = tables.work(work -> work.insert(
                "insert into mall.merchant (name, status, created_at) values ('m', 'open', ?) returning id",
                work.now()));
        return new Actor.Clerk(merchant + 1_000, merchant, EnumSet.allOf(Permission.class));
    }

    /// An unpaid checkout, one order for each item.
    public long checkout(Actor.Member member, Item... items) {
        return tables.work(work -> {
            long payable = List.of(items).stream().mapToLong(Item::paid).sum();
            long checkout = work.insert(
                    "insert into mall.checkout (member, key, request, status, payable_fen, explanation, placed_at)"
                            + " values (?, ?, ''::bytea, 'unpaid', ?, '{}', ?) returning id",
                    member.id(),
                    "k" + ++number,
                    payable,
                    work.now());
            for (Item item : items) {
                order(work, member, checkout, item);
            }
            return checkout;
        });
    }

    private static long product(Transaction work, Item item) {
        return work.insert(
                "insert into mall.product (merchant, kind, title, status, created_at)"
                        + " values (?, ?, '<b>红酒</b>', 'approved', ?) returning id",
                item.merchant(),
                item.kind(),
                work.now());
    }

    private void order(Transaction work, Actor.Member member, long checkout, Item item) {
        int next = ++number;
        long product = product(work, item);
        long variant = work.insert(
                "insert into mall.variant (product, merchant, sku, price_fen) values (?, ?, ?, ?) returning id",
                product,
                item.merchant(),
                "s" + next,
                item.unitFen());
        long order = work.insert(
                "insert into mall.orders (number, checkout, member, merchant, status, goods_fen, freight_fen,"
                        + " payable_fen, address, placed_at)"
                        + " values (?, ?, ?, ?, 'unpaid', ?, ?, ?, '{}', ?) returning id",
                "o" + next,
                checkout,
                member.id(),
                item.merchant(),
                item.quantity() * item.unitFen(),
                item.freightFen(),
                item.paid(),
                work.now());
        work.run(
                "insert into mall.order_line (order_id, merchant, product, variant, kind, title, specification,"
                        + " target, quantity, list_fen, unit_fen, cost_fen, freight_fen, paid_fen)"
                        + " values (?, ?, ?, ?, ?, '红酒', '{}', '13800000000', ?, ?, ?, 0, ?, ?)",
                order,
                item.merchant(),
                product,
                variant,
                item.kind(),
                item.quantity(),
                item.unitFen(),
                item.unitFen(),
                item.freightFen(),
                item.paid());
    }

    public static Cashier.Ways ways(long cashFen, long constantFen) {
        return new Cashier.Ways(
                new Money(cashFen), new Money(constantFen), Optional.of("sandbox"), PayChannel.Scene.PAGE, "");
    }

    /// Begins to pay; our reference at the channel.
    public String begin(Actor.Member member, long checkout, Cashier.Ways ways) {
        var started = till.cashier().start(member, checkout, ways);
        return Objects.requireNonNull(
                started.instruction().orElseThrow().fields().get("reference"));
    }

    /// Pays all of it by the channel and lets everything happen that follows.
    public void pay(Actor.Member member, long checkout) {
        long notice = desk.pay(begin(member, checkout, ways(0, 0)), SandboxDesk.Manner.PLAIN);
        desk.deliver(notice);
        timers.runDue();
    }

    public void wait(Duration time) {
        clock.advance(tables, time);
        timers.runDue();
    }

    public String text(String sql, Object... values) {
        return tables.work(work -> work.one(sql, row -> row.text("text"), values));
    }

    public long number(String sql, Object... values) {
        return tables.work(work -> work.number(sql, values));
    }

    public String status(String table, long id) {
        return text("select status as text from mall." + table + " where id = ?", id);
    }

    /// The orders of a checkout, rising.
    public List<Long> orders(long checkout) {
        return tables.work(work -> work.all(
                "select id from mall.orders where checkout = ? order by id", row -> row.number("id"), checkout));
    }

    public long line(long order) {
        return number("select id number from mall.order_line where order_id = ?", order);
    }

    /// Has `threads` do the same at the same moment; what each of them got, or what it threw.
    public static List<Object> race(int threads, Callable<?> deed) throws InterruptedException {
        var barrier = new CyclicBarrier(threads);
        List<Object> ends = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            List<Future<Object>> futures = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                futures.add(pool.submit(() -> {
                    barrier.await();
                    return deed.call();
                }));
            }
            for (Future<Object> future : futures) {
                try {
                    ends.add(future.get());
                } catch (ExecutionException e) {
                    ends.add(e.getCause());
                }
            }
        }
        return ends;
    }
}
