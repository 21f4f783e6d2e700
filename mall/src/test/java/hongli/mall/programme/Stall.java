package hongli.mall.programme;

import hongli.ledger.Ledger;
import hongli.ledger.LedgerSettings;
import hongli.ledger.ProgrammeId;
import hongli.ledger.journal.MemoryJournal;
import hongli.ledger.wire.TermsJson;
import hongli.mall.Malls;
import hongli.mall.table.MallClock;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A mall with a ledger, and orders that are put into the tables as the rooms of orders and payments would.
public final class Stall implements AutoCloseable {
    public static final ProgrammeId PROGRAMME = new ProgrammeId("mall");

    public final MallClock clock = Malls.clock();
    public final Tables tables;
    public final Timers timers;
    public final Ledger ledger;
    public final Courier courier;

    private int numbers;

    public Stall() {
        this(TERMS);
    }

    public static final String TERMS = """
            {"cap": "1000000", "par": "1.00", "founderPoints": "1", "poolRate": "0.30", "grantRate": "0.70",
             "referralRates": ["0.10"], "quotaMultiple": "2", "referralQuotaMultiple": "2",
             "fixedDividendRate": "0.10", "tierDividendRate": "0.10", "tierThresholds": ["10", "1000"]}
            """;

    /// @param terms of the programme, as JSON
    public Stall(String terms) {
        tables = Tables.open(Malls.database(), clock);
        timers = new Timers(tables);
        Settling.register(timers);
        ledger = Ledger.start(new MemoryJournal(), LedgerSettings.standard().withClock(clock));
        ledger.open(PROGRAMME, "商城", TermsJson.parse(terms));
        courier = new Courier(tables, ledger);
    }

    /// Orders on tables that another process works on, which has the ledger: what is put in here, it will
    /// find.
    Stall(Tables tables) {
        this.tables = tables;
        timers = new Timers(tables);
        ledger = Ledger.start(new MemoryJournal(), LedgerSettings.standard());
        courier = new Courier(tables, ledger);
    }

    /// A line of an order: what a piece costs the buyer and the shop.
    public record Piece(long fen, long quantity, long costFen, long freightFen) {
        public Piece(long fen) {
            this(fen, 1, 0, 0);
        }

        long paid() {
            return fen * quantity + freightFen;
        }
    }

    public long member(String name, @Nullable Long referrer) {
        return tables.work(work -> {
            long id = work.insert(
                    "insert into mall.member (phone, password, name, referral_code, joined_at)"
                            + " values (?, 'x', ?, ?, ?) returning id",
                    name,
                    name,
                    name,
                    work.now());
            if (referrer != null) {
                work.run(
                        "insert into mall.referral (member, referrer, source, bound_at) values (?, ?, 'code', ?)",
                        id,
                        referrer,
                        work.now());
            }
            return id;
        });
    }

    public long merchant(String name, long commissionMillionths) {
        return tables.work(work -> work.insert(
                "insert into mall.merchant (name, status, commission_millionths, created_at)"
                        + " values (?, 'open', ?, ?) returning id",
                name,
                commissionMillionths,
                work.now()));
    }

    public void set(String name, String json) {
        tables.run(work -> work.run("update mall.setting set value = ?::jsonb where name = ?", json, name));
    }

    /// An order that is placed and waits to be paid.
    public long order(long member, long merchant, Piece... pieces) {
        return tables.work(work -> {
            long paid = List.of(pieces).stream().mapToLong(Piece::paid).sum();
            long freight = List.of(pieces).stream().mapToLong(Piece::freightFen).sum();
            String number = String.valueOf(1_000 + ++numbers);
            long checkout = work.insert(
                    "insert into mall.checkout (member, key, request, status, payable_fen, explanation, placed_at)"
                            + " values (?, ?, '', 'unpaid', ?, '{}', ?) returning id",
                    member,
                    number,
                    paid,
                    work.now());
            long order = work.insert(
                    "insert into mall.orders (number, checkout, member, merchant, status, goods_fen, freight_fen,"
                            + " payable_fen, placed_at) values (?, ?, ?, ?, 'unpaid', ?, ?, ?, ?) returning id",
                    number,
                    checkout,
                    member,
                    merchant,
                    paid - freight,
                    freight,
                    paid,
                    work.now());
            for (Piece piece : pieces) {
                line(work, order, merchant, piece);
            }
            return order;
        });
    }

    private static void line(Transaction work, long order, long merchant, Piece piece) {
        long product = work.insert(
                "insert into mall.product (merchant, kind, title, status, created_at)"
                        + " values (?, 'physical', '红酒', 'approved', ?) returning id",
                merchant,
                work.now());
        long variant = work.insert(
                "insert into mall.variant (product, merchant, sku, price_fen, cost_fen) values (?, ?, ?, ?, ?)"
                        + " returning id",
                product,
                merchant,
                "sku" + product,
                piece.fen(),
                piece.costFen());
        work.run(
                "insert into mall.order_line (order_id, merchant, product, variant, kind, title, specification,"
                        + " quantity, list_fen, unit_fen, cost_fen, freight_fen, paid_fen)"
                        + " values (?, ?, ?, ?, 'physical', '红酒', '{}', ?, ?, ?, ?, ?, ?)",
                order,
                merchant,
                product,
                variant,
                piece.quantity(),
                piece.fen(),
                piece.fen(),
                piece.costFen(),
                piece.freightFen(),
                piece.paid());
    }

    /// Pays the order's checkout by the channel.
    public void pay(long order) {
        pay(order, 0);
    }

    /// Pays the order's checkout: `constantFen` in constant points, the rest by the channel.
    public void pay(long order, long constantFen) {
        pay(order, constantFen, 0);
    }

    /// Pays the order's checkout: `constantFen` in constant points, `cashFen` in cash, the rest by the channel.
    public void pay(long order, long constantFen, long cashFen) {
        tables.run(work -> {
            long payable = work.number("select payable_fen number from mall.orders where id = ?", order);
            payment(work, order, "channel", payable - constantFen - cashFen);
            payment(work, order, "constant", constantFen);
            payment(work, order, "cash", cashFen);
            work.run("update mall.orders set status = 'paid', paid_at = ? where id = ?", work.now(), order);
        });
    }

    private static void payment(Transaction work, long order, String way, long fen) {
        if (fen > 0) {
            long id = work.insert(
                    "insert into mall.payment (checkout, order_id, way, attempt, counts, reference, amount_fen,"
                            + " status, started_at) select checkout, id, ?, 1, true, ? || number, ?, 'started', ?"
                            + " from mall.orders where id = ?"
                            + " returning id",
                    way,
                    way,
                    fen,
                    work.now(),
                    order);
            work.run(
                    "update mall.payment set status = ? where id = ?", way.equals("channel") ? "paid" : "captured", id);
        }
    }

    public void complete(long order) {
        tables.run(work -> work.run(
                "update mall.orders set status = 'completed', completed_at = ? where id = ?", work.now(), order));
    }

    /// Pays back `fen` of a line by the channel.
    public void refund(long line, long pieces, long fen) {
        tables.run(work -> {
            work.run(
                    "update mall.order_line set refunded_fen = refunded_fen + ?,"
                            + " refunded_quantity = refunded_quantity + ? where id = ?",
                    fen,
                    pieces,
                    line);
            work.run(
                    "update mall.orders set refunded_fen = refunded_fen + ? where id ="
                            + " (select order_id from mall.order_line where id = ?)",
                    fen,
                    line);
            long refund = work.insert(
                    "insert into mall.refund (payment, order_id, reference, reason, amount_fen, status, started_at)"
                            + " select p.id, o.id, 'r' || l.id || '-' || l.refunded_fen, '', ?, 'started', ?"
                            + " from mall.order_line l join mall.orders o on o.id = l.order_id"
                            + " join mall.payment p on p.checkout = o.checkout and p.way = 'channel'"
                            + " where l.id = ? returning id",
                    fen,
                    work.now(),
                    line);
            work.run("update mall.refund set status = 'done', done_at = ? where id = ?", work.now(), refund);
        });
    }

    public List<Long> lines(long order) {
        return tables.work(work -> work.all(
                "select id from mall.order_line where order_id = ? order by id", row -> row.number("id"), order));
    }

    /// Lets time pass, and all that is due be done and told.
    public void pass(Duration time) {
        clock.advance(tables, time);
        timers.runDue();
        courier.sendAll();
    }

    /// The return window of what has completed passes.
    public void passReturns() {
        pass(Duration.ofDays(8));
    }

    @Override
    public void close() {
        ledger.close();
    }
}
