package hongli.mall;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.command.Command;
import hongli.economy.exact.Money;
import hongli.economy.fact.Outcome;
import hongli.ledger.Answer;
import hongli.ledger.Key;
import hongli.ledger.Ledger;
import hongli.ledger.LedgerSettings;
import hongli.ledger.ProgrammeId;
import hongli.ledger.Submission;
import hongli.ledger.journal.MemoryJournal;
import hongli.ledger.wire.TermsJson;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.coupon.CouponTerms;
import hongli.mall.order.Placing;
import hongli.mall.order.Wish;
import hongli.mall.payment.Cashier;
import hongli.mall.payment.PayChannel;
import hongli.mall.payment.SandboxDesk;
import hongli.mall.price.Item;
import hongli.mall.price.Off;
import hongli.mall.table.MallClock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;

/// A whole mall with its ledger, a buyer, and a merchant that is open: everything happens through the mall's own doors.
public final class Town implements AutoCloseable {
    public static final ProgrammeId PROGRAMME = new ProgrammeId("mall");
    public static final String TERMS = """
            {"cap": "1000000", "par": "1.00", "founderPoints": "1", "poolRate": "0.30", "grantRate": "0.70",
             "quotaMultiple": "2", "fixedDividendRate": "0.10", "tierDividendRate": "0.10",
             "tierThresholds": ["10", "1000"]}
            """;
    private static final Actor HOUSE = new Actor.House();

    public final MallClock clock = Malls.clock();
    public final Ledger ledger =
            Ledger.start(new MemoryJournal(), LedgerSettings.standard().withClock(clock));
    public final Mall mall;
    public final Actor.Member buyer;
    public final Actor.Clerk clerk;
    private int numbers;

    public Town() {
        this(Malls.database());
    }

    public Town(DataSource source) {
        mall = Mall.open(source, clock, ledger);
        buyer = member();
        clerk = merchant();
        ledger.open(PROGRAMME, "商城", TermsJson.parse(TERMS));
    }

    @Override
    public void close() {
        ledger.close();
    }

    /// Has the programme decide a command.
    public void told(Command command) {
        Answer answer = ledger.submit(PROGRAMME, new Submission(new Key("test:" + ++numbers), command));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Decided.class,
                        decided -> assertThat(decided.outcome()).isInstanceOf(Outcome.Applied.class));
    }

    /// Lets everything happen that is due, and be told.
    public void settle() {
        mall.timers().runDue();
        mall.programme().courier().sendAll();
        mall.timers().runDue();
        mall.programme().courier().sendAll();
    }

    public void pass(Duration time) {
        clock.advance(mall.tables(), time);
        settle();
    }

    /// Places a wish; the checkout.
    public long place(List<Long> coupons, Wish.Line... lines) {
        var wish = new Wish(List.of(lines), coupons, OptionalLong.of(address()), "");
        return mall.buying().placing().place(buyer, new Placing.Request("k" + ++numbers, wish, Optional.empty()));
    }

    public static Wish.Line line(long variant, long quantity) {
        return new Wish.Line(new Item.Key(variant, Optional.empty()), quantity, "");
    }

    /// Pays a checkout: so much in cash and in constant points, the rest by the channel.
    public void pay(long checkout, long cashFen, long constantFen) {
        var ways = new Cashier.Ways(
                new Money(cashFen), new Money(constantFen), Optional.of("sandbox"), PayChannel.Scene.PAGE, "");
        var started = mall.trade().till().cashier().start(buyer, checkout, ways);
        String reference = Objects.requireNonNull(
                started.instruction().orElseThrow().fields().get("reference"));
        SandboxDesk desk = mall.trade().till().sandbox().orElseThrow();
        desk.deliver(desk.pay(reference, SandboxDesk.Manner.PLAIN));
        settle();
    }

    /// Brings a paid order to its end.
    public void complete(long order) {
        mall.tables().run(work -> {
            mall.buying().orders().shipped(work, HOUSE, order);
            mall.buying().orders().completed(work, buyer, order);
        });
        settle();
    }

    public long order(long checkout) {
        return mall.tables()
                .work(work -> work.number("select id number from mall.orders where checkout = ?", checkout));
    }

    public List<Long> lines(long order) {
        return mall.tables()
                .work(work -> work.all(
                        "select id from mall.order_line where order_id = ? order by id",
                        row -> row.number("id"),
                        order));
    }

    /// A coupon of the buyer's that takes `fen` off.
    public long coupon(Actor maker, OptionalLong merchant, long fen) {
        var terms = new CouponTerms(
                merchant,
                OptionalLong.empty(),
                "立减",
                new Money(100_00),
                new Off.Amount(new Money(fen)),
                true,
                new CouponTerms.Limits(10, 1),
                clock.instant(),
                clock.instant().plus(Duration.ofDays(30)));
        return mall.buying().coupons().take(buyer, mall.buying().couponKinds().add(maker, terms));
    }

    private long address() {
        return mall.tables()
                .work(work -> work.insert(
                        "insert into mall.address (member, receiver, phone, region, street)"
                                + " values (?, '张三', '13800000000', '广东省/深圳市', '路1号') returning id",
                        buyer.id()));
    }

    public static Actor.Operator operator(long id) {
        return new Actor.Operator(id, EnumSet.allOf(Permission.class));
    }

    private Actor.Member member() {
        return new Actor.Member(mall.tables()
                .work(work -> work.insert(
                        "insert into mall.member (phone, name, referral_code, joined_at) values ('1', '王', 'r', ?)"
                                + " returning id",
                        work.now())));
    }

    private Actor.Clerk merchant() {
        long id = mall.tables()
                .work(work -> work.insert(
                        "insert into mall.merchant (name, status, commission_millionths, created_at)"
                                + " values ('酒庄', 'open', 50000, ?) returning id",
                        work.now()));
        return new Actor.Clerk(id * 10, id, EnumSet.allOf(Permission.class));
    }

    /// A variant on the shelf, a hundred pieces of it.
    public long variant(long fen) {
        return mall.tables().work(work -> {
            long product = work.insert(
                    "insert into mall.product (merchant, kind, title, status, on_shelf, created_at)"
                            + " values (?, 'physical', '红酒', 'approved', true, ?) returning id",
                    clerk.merchant(),
                    work.now());
            return work.insert(
                    "insert into mall.variant (product, merchant, sku, price_fen, cost_fen, stock)"
                            + " values (?, ?, ?, ?, 1, 100) returning id",
                    product,
                    clerk.merchant(),
                    "sku" + product,
                    fen);
        });
    }
}
