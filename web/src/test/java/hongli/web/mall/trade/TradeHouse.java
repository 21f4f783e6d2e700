package hongli.web.mall.trade;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.ledger.ProgrammeId;
import hongli.ledger.wire.TermsJson;
import hongli.mall.access.Permission;
import hongli.mall.login.Sessions.Holder;
import hongli.mall.table.Transaction;
import hongli.web.mall.MallHouse;
import hongli.web.mall.MallHouse.Told;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A server with a buyer, a stranger, a clerk, a clerk of another merchant and an operator who are
/// logged in, and orders that are placed by a stroke of the pen.
final class TradeHouse implements AutoCloseable {
    private static final String TERMS = """
            {"cap": "1000000", "par": "1.00", "founderPoints": "1", "poolRate": "0.30", "grantRate": "0.70",
             "quotaMultiple": "2"}
            """;

    final MallHouse house;
    String buyer = "";
    String stranger = "";
    String clerk = "";
    String rival = "";
    String operator = "";
    private final long buyerId;
    private final long strangerId;
    private final long clerkId;
    private final long rivalId;
    private final long operatorId;
    private int number;

    TradeHouse() {
        this(new MallHouse());
    }

    TradeHouse(MallHouse house) {
        this.house = house;
        house.ledger.open(new ProgrammeId("mall"), "商城", TermsJson.parse(TERMS));
        buyerId = member();
        strangerId = member();
        clerkId = staff(1L);
        long other = house.mall
                .tables()
                .work(work -> work.insert(
                        "insert into mall.merchant (name, status, created_at) values ('乙店', 'open', ?) returning id",
                        work.now()));
        rivalId = staff(other);
        operatorId = staff(null);
        logIn();
    }

    /// Sessions end with time.
    private void logIn() {
        buyer = token(Holder.MEMBER, buyerId);
        stranger = token(Holder.MEMBER, strangerId);
        clerk = token(Holder.STAFF, clerkId);
        rival = token(Holder.STAFF, rivalId);
        operator = token(Holder.STAFF, operatorId);
    }

    @Override
    public void close() {
        house.close();
    }

    String token(Holder holder, long id) {
        return house.mall
                .tables()
                .work(work ->
                        house.mall.people().sessions().begin(work, holder, id).token());
    }

    private long member() {
        number++;
        return house.mall
                .tables()
                .work(work -> work.insert(
                        "insert into mall.member (phone, name, referral_code, joined_at)"
                                + " values (?, 'x', ?, ?) returning id",
                        "p" + number,
                        "r" + number,
                        work.now()));
    }

    private long staff(@Nullable Long merchant) {
        return staff(merchant, Permission.values());
    }

    /// Somebody who works for a merchant, or for the platform, and may do this.
    long staff(@Nullable Long merchant, Permission... permissions) {
        number++;
        List<String> words = Arrays.stream(permissions)
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        return house.mall.tables().work(work -> {
            long role = work.insert(
                    "insert into mall.role (merchant, name, permissions) values (?, ?, ?) returning id",
                    merchant,
                    "role" + number,
                    words);
            return work.insert(
                    "insert into mall.staff (merchant, login, password, name, role, created_at)"
                            + " values (?, ?, '', 'x', ?, ?) returning id",
                    merchant,
                    "s" + number,
                    role,
                    work.now());
        });
    }

    /// An unpaid checkout of one piece for 100.00.
    long checkout() {
        return checkout("physical", 1, "");
    }

    /// An unpaid checkout of so many pieces for 100.00 each.
    long checkout(String kind, long quantity, String target) {
        return house.mall.tables().work(work -> {
            number++;
            long fen = quantity * 100_00;
            long product = product(work, kind);
            long variant = work.insert(
                    "insert into mall.variant (product, merchant, sku, price_fen) values (?, 1, ?, 10000) returning id",
                    product,
                    "s" + number);
            long checkout = work.insert(
                    "insert into mall.checkout (member, key, request, status, payable_fen, explanation, placed_at)"
                            + " values (?, ?, ''::bytea, 'unpaid', ?, '{}', ?) returning id",
                    buyerId,
                    "k" + number,
                    fen,
                    work.now());
            long order = work.insert(
                    "insert into mall.orders (number, checkout, member, merchant, status, goods_fen, freight_fen,"
                            + " payable_fen, address, placed_at)"
                            + " values (?, ?, ?, 1, 'unpaid', ?, 0, ?, '{}', ?) returning id",
                    "o" + number,
                    checkout,
                    buyerId,
                    fen,
                    fen,
                    work.now());
            work.run(
                    "insert into mall.order_line (order_id, merchant, product, variant, kind, title, specification,"
                            + " target, quantity, list_fen, unit_fen, cost_fen, paid_fen)"
                            + " values (?, 1, ?, ?, ?, '=红酒', '{}', ?, ?, 10000, 10000, 0, ?)",
                    order,
                    product,
                    variant,
                    kind,
                    target,
                    quantity,
                    fen);
            return checkout;
        });
    }

    private static long product(Transaction work, String kind) {
        return work.insert(
                "insert into mall.product (merchant, kind, title, status, created_at)"
                        + " values (1, ?, 'x', 'approved', ?) returning id",
                kind,
                work.now());
    }

    /// What an operator sends to refund by hand.
    String refund(long checkout, long quantity, String amount) {
        return "{\"line\":" + line(checkout) + ",\"quantity\":" + quantity + ",\"amount\":\"" + amount
                + "\",\"deduction\":\"0.00\",\"reason\":\"包装<b>破损\"}";
    }

    long order(long checkout) {
        return number("select id number from mall.orders where checkout = ?", checkout);
    }

    long line(long checkout) {
        return number("select id number from mall.order_line where order_id = ?", order(checkout));
    }

    long number(String sql, Object... values) {
        return house.mall.tables().work(work -> work.number(sql, values));
    }

    /// Begins to pay by the sandbox; our reference.
    @SuppressWarnings("unchecked")
    String begin(long checkout) throws IOException, InterruptedException {
        var told = house.post(buyer, "/api/v1/mall/checkouts/" + checkout + "/payments", "{\"channel\":\"sandbox\"}");
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        return String.valueOf(((Map<String, Object>) Objects.requireNonNull(told.at("instruction"))).get("reference"));
    }

    void pay(long checkout) throws IOException, InterruptedException {
        long notice = house.post(buyer, "/api/v1/mall/sandbox/payments/" + begin(checkout), "{}")
                .number("notice");
        assertThat(house.post(buyer, "/api/v1/mall/sandbox/notices/" + notice + "/deliver", "")
                        .at("outcome"))
                .isEqualTo("paid");
        assertThat(house.post(buyer, "/api/v1/mall/sandbox/notices/" + notice + "/deliver", "")
                        .at("outcome"))
                .isEqualTo("repeated");
        settle();
    }

    /// Lets everything happen that is due.
    void settle() {
        house.mall.timers().runDue();
        house.mall.timers().runDue();
    }

    void pass(Duration time) {
        house.clock.advance(house.mall.tables(), time);
        settle();
        logIn();
    }

    /// Sends a body under an idempotency key.
    Told keyed(String token, String path, String key, String body) throws IOException, InterruptedException {
        return house.tell(house.ask(path)
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .header("Idempotency-Key", key));
    }
}
