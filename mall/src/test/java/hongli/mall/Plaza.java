package hongli.mall;

import com.zaxxer.hikari.HikariDataSource;
import hongli.economy.exact.Money;
import hongli.ledger.Ledger;
import hongli.ledger.LedgerSettings;
import hongli.ledger.ProgrammeId;
import hongli.ledger.journal.MemoryJournal;
import hongli.ledger.wire.TermsJson;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.delivery.Packages;
import hongli.mall.order.Placing;
import hongli.mall.order.Wish;
import hongli.mall.payment.Cashier;
import hongli.mall.payment.PayChannel;
import hongli.mall.payment.SandboxDesk;
import hongli.mall.price.Item;
import hongli.mall.programme.Stall;
import hongli.mall.table.MallClock;
import hongli.mall.table.Tables;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/// A whole mall with its ledger and a programme, in which orders go the whole way through its doors.
public final class Plaza implements AutoCloseable {
    public static final Actor.Operator OPERATOR = new Actor.Operator(1, EnumSet.allOf(Permission.class));

    public final MallClock clock = Malls.clock();
    public final Ledger ledger =
            Ledger.start(new MemoryJournal(), LedgerSettings.standard().withClock(clock));
    private final HikariDataSource source = Malls.lasting();
    public final Mall mall = Mall.open(source, clock, ledger);
    public final Tables tables = mall.tables();

    private int number;

    public Plaza() {
        ledger.open(new ProgrammeId("mall"), "商城", TermsJson.parse(Stall.TERMS));
    }

    /// A member with an address.
    public Actor.Member member() {
        String name = "p" + ++number;
        return new Actor.Member(tables.work(work -> {
            long id = work.insert(
                    "insert into mall.member (email, name, referral_code, joined_at) values (?, ?, ?, ?) returning id",
                    name + "@example.com",
                    name,
                    name,
                    work.now());
            work.run(
                    "insert into mall.address (member, receiver, phone, region, street)"
                            + " values (?, '张三', '13800000000', '广东省/深圳市', '路1号')",
                    id);
            return id;
        }));
    }

    public Actor.Clerk clerk() {
        long merchant = tables.work(work -> work.insert(
                "insert into mall.merchant (name, status, commission_millionths, created_at)"
                        + " values (?, 'open', 50000, ?) returning id",
                "店" + ++number,
                work.now()));
        return clerk(merchant, 1);
    }

    /// The n-th clerk of a merchant.
    public static Actor.Clerk clerk(long merchant, int place) {
        return new Actor.Clerk(merchant * 10 + place, merchant, EnumSet.allOf(Permission.class));
    }

    /// A variant of goods on the shelf, a hundred pieces of it.
    public long variant(long merchant, long priceFen) {
        return tables.work(work -> {
            long product = work.insert(
                    "insert into mall.product (merchant, kind, title, status, on_shelf, created_at)"
                            + " values (?, 'physical', '红酒', 'approved', true, ?) returning id",
                    merchant,
                    work.now());
            return work.insert(
                    "insert into mall.variant (product, merchant, sku, price_fen, cost_fen, stock)"
                            + " values (?, ?, ?, ?, 1, 100) returning id",
                    product,
                    merchant,
                    "s" + product,
                    priceFen);
        });
    }

    /// A piece of a coupon that takes so much off, at the expense of the platform.
    public long coupon(Actor.Member member, long offFen) {
        long kind = tables.work(work -> work.insert(
                "insert into mall.coupon_kind (borne_by, name, off_fen, most_issued, each_member, from_at, until_at)"
                        + " values ('platform', '券', ?, 100, 100, ?, ?) returning id",
                offFen,
                work.now(),
                work.now().plus(Duration.ofDays(30))));
        return mall.buying().coupons().take(member, kind);
    }

    public Wish wish(Actor.Member member, List<Long> coupons, Wish.Line... lines) {
        long address = number("select id number from mall.address where member = ?", member.id());
        return new Wish(List.of(lines), coupons, OptionalLong.of(address), "");
    }

    public static Wish.Line line(long variant, long quantity) {
        return new Wish.Line(new Item.Key(variant, Optional.empty()), quantity, "");
    }

    /// Places it; the checkout.
    public long place(Actor.Member member, Wish wish) {
        return mall.buying().placing().place(member, new Placing.Request("k" + ++number, wish, Optional.empty()));
    }

    /// Has the member pay by the sandbox channel; what the channel will tell of it.
    public long payUntold(Actor.Member member, long checkout) {
        var ways = new Cashier.Ways(Money.ZERO, Money.ZERO, Optional.of("sandbox"), PayChannel.Scene.PAGE, "");
        var started = mall.trade().till().cashier().start(member, checkout, ways);
        String reference = Objects.requireNonNull(
                started.instruction().orElseThrow().fields().get("reference"));
        return desk().pay(reference, SandboxDesk.Manner.PLAIN);
    }

    public void pay(Actor.Member member, long checkout) {
        desk().deliver(payUntold(member, checkout));
    }

    public SandboxDesk desk() {
        return mall.trade().till().sandbox().orElseThrow();
    }

    public List<Long> orders(long checkout) {
        return tables.work(work -> work.all(
                "select id from mall.orders where checkout = ? order by id", row -> row.number("id"), checkout));
    }

    /// Sends all of an order; the package.
    public long ship(Actor.Clerk clerk, long order) {
        Map<Long, Long> pieces = new TreeMap<>();
        tables.work(work -> work.all(
                        "select id, quantity from mall.order_line where order_id = ?",
                        row -> Map.entry(row.number("id"), row.number("quantity")),
                        order))
                .forEach(each -> pieces.put(each.getKey(), each.getValue()));
        return mall.trade().delivery().packages().ship(clerk, order, new Packages.Shipment("顺丰", "1", pieces));
    }

    /// Sends it, has it arrive, be completed and be past its return window, and tells the programme.
    public void settle(Actor.Clerk clerk, long order) {
        mall.trade().delivery().packages().delivered(clerk, ship(clerk, order));
        pass(Duration.ofDays(10));
        pass(Duration.ofDays(8));
    }

    /// Lets time pass, and all that is due be done and told.
    public void pass(Duration time) {
        clock.advance(tables, time);
        mall.timers().runDue();
        mall.programme().courier().sendAll();
    }

    /// Every step of an order: `unpaid-paid`.
    public List<String> log(long order) {
        return tables.work(work -> work.all(
                "select coalesce(before, '') || '-' || after step from mall.order_event where order_id = ? order by id",
                row -> row.text("step"),
                order));
    }

    public String status(long order) {
        return tables.work(
                work -> work.one("select status from mall.orders where id = ?", row -> row.text("status"), order));
    }

    public long number(String sql, Object... values) {
        return tables.work(work -> work.number(sql, values));
    }

    /// Whether both books add up to nothing, and know the same of each other.
    public boolean isBalanced() {
        var balance = mall.programme().trialBalance(OPERATOR);
        return balance.total().isZero() && balance.between().isZero();
    }

    @Override
    public void close() {
        ledger.close();
        source.close();
    }
}
