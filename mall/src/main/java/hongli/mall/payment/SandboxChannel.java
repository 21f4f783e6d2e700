package hongli.mall.payment;

import hongli.economy.exact.Money;
import hongli.ledger.wire.Json;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A channel without money, for trials: it keeps its own books, as a real one does on its side, and signs what it tells
/// over time, nonce and body. What it tells and when is up to [SandboxDesk].
public final class SandboxChannel implements PayChannel {
    /// Its name in addresses and tables.
    public static final String NAME = "sandbox";

    static final String TIME = "hongli-time";
    static final String NONCE = "hongli-nonce";
    static final String SIGNATURE = "hongli-signature";

    /// The day of a bill is China's.
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// A notification holds for five minutes, either way.
    static final Duration FRESH = Duration.ofMinutes(5);

    private final Tables tables;
    private final Seal seal;

    public SandboxChannel(Tables tables, Seal seal) {
        this.tables = tables;
        this.seal = seal;
    }

    private record Trade(Money amount, String status, Optional<String> trade, Money paid, Optional<Instant> paidAt) {
        Standing standing() {
            return switch (status) {
                case "paid" -> new Standing.Paid(trade.orElseThrow(), Sum.yuan(paid), paidAt.orElseThrow());
                case "closed" -> new Standing.Closed();
                default -> new Standing.Open();
            };
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Instruction start(Invoice invoice) {
        tables.run(work -> work.send(
                "insert into mall.sandbox_trade (reference, amount_fen, status) values (?, ?, 'open')"
                        + " on conflict do nothing",
                invoice.reference(),
                invoice.amount()));
        return new Instruction(Map.of(
                "reference", invoice.reference(),
                "amount", invoice.amount().toString(),
                "subject", invoice.subject(),
                "expires", invoice.expires().toString()));
    }

    @Override
    public Standing query(String reference) {
        return tables.read(work -> find(work, reference).map(Trade::standing).orElseGet(Standing.Unknown::new));
    }

    @Override
    public Standing close(String reference) {
        return tables.work(work -> {
            work.run(
                    "update mall.sandbox_trade set status = 'closed' where reference = ? and status = 'open'",
                    reference);
            return find(work, reference).map(Trade::standing).orElseGet(Standing.Unknown::new);
        });
    }

    private static Optional<Trade> find(Transaction work, String reference) {
        return work.find(
                "select * from mall.sandbox_trade where reference = ?",
                row -> new Trade(
                        row.money("amount_fen"),
                        row.text("status"),
                        row.findText("trade"),
                        new Money(row.findNumber("paid_fen").orElse(0)),
                        row.findTime("paid_at")),
                reference);
    }

    @Override
    public RefundStanding refund(RefundOrder order) {
        return tables.work(work -> {
            Optional<Money> paid = work.find(
                    "select paid_fen from mall.sandbox_trade where reference = ? and status = 'paid' for update",
                    row -> row.money("paid_fen"),
                    order.payment());
            RefundStanding before = standing(work, order);
            if (!(before instanceof RefundStanding.Pending)) {
                return before;
            }
            long back = work.number(
                    "select coalesce(sum(amount_fen), 0) number from mall.sandbox_refund where trade = ?",
                    order.payment());
            if (paid.isEmpty() || back + order.amount().fen() > paid.get().fen()) {
                return new RefundStanding.Failed("more than was paid");
            }
            work.run(
                    "insert into mall.sandbox_refund (reference, trade, amount_fen, done_at) values (?, ?, ?, ?)",
                    order.reference(),
                    order.payment(),
                    order.amount(),
                    work.now());
            return new RefundStanding.Done(work.now());
        });
    }

    @Override
    public RefundStanding queryRefund(RefundOrder order) {
        return tables.work(work -> standing(work, order));
    }

    private static RefundStanding standing(Transaction work, RefundOrder order) {
        return work.<RefundStanding>find(
                        "select done_at from mall.sandbox_refund where reference = ?",
                        row -> new RefundStanding.Done(row.time("done_at")),
                        order.reference())
                .orElseGet(RefundStanding.Pending::new);
    }

    @Override
    public List<BillLine> bill(LocalDate day) {
        Instant from = day.atStartOfDay(ZONE).toInstant();
        Instant until = day.plusDays(1).atStartOfDay(ZONE).toInstant();
        return tables.work(work -> {
            List<BillLine> lines = new ArrayList<>(work.all(
                    "select reference, paid_fen from mall.sandbox_trade where paid_at >= ? and paid_at < ?"
                            + " order by reference",
                    row -> new BillLine(row.text("reference"), BillLine.Kind.PAYMENT, row.money("paid_fen")),
                    from,
                    until));
            lines.addAll(work.all(
                    "select reference, amount_fen from mall.sandbox_refund where done_at >= ? and done_at < ?"
                            + " order by reference",
                    row -> new BillLine(row.text("reference"), BillLine.Kind.REFUND, row.money("amount_fen")),
                    from,
                    until));
            return lines;
        });
    }

    @Override
    public Event verify(Envelope envelope, Instant now) {
        String time = envelope.headers().getOrDefault(TIME, "");
        String nonce = envelope.headers().getOrDefault(NONCE, "");
        String signature = envelope.headers().getOrDefault(SIGNATURE, "");
        if (!time.matches("[0-9]{1,12}") || !seal.holds(signed(time, nonce, envelope.body()), signature)) {
            throw PaymentGround.NOTIFICATION_FORGED.with("channel", NAME);
        }
        Duration age = Duration.between(Instant.ofEpochSecond(Long.parseLong(time)), now)
                .abs();
        if (age.compareTo(FRESH) > 0) {
            throw PaymentGround.NOTIFICATION_STALE.with("seconds", age.toSeconds());
        }
        return switch (Json.object(envelope.body())) {
            case Json.Reading.Parsed(var fields) -> event(fields);
            case Json.Reading.Faulty(var fault) -> throw PaymentGround.NOTIFICATION_UNSOUND.with("found", fault.code());
        };
    }

    private static Event event(Map<String, @Nullable Object> fields) {
        try {
            return new Event(
                    text(fields, "event"),
                    BillLine.Kind.valueOf(text(fields, "kind").toUpperCase(Locale.ROOT)),
                    text(fields, "reference"),
                    text(fields, "trade"),
                    new Sum(amount(text(fields, "amount")), text(fields, "currency")),
                    Instant.parse(text(fields, "at")));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw PaymentGround.NOTIFICATION_UNSOUND.with("found", String.valueOf(e.getMessage()));
        }
    }

    /// Read by its letters first: a short text such as 1e99999999 is a number that takes minutes to write out.
    private static Money amount(String text) {
        if (!text.matches("[0-9]{1,12}\\.[0-9]{2}")) {
            throw new IllegalArgumentException("amount");
        }
        return new Money(new BigDecimal(text).movePointRight(2).longValueExact());
    }

    private static String text(Map<String, @Nullable Object> fields, String name) {
        if (fields.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException(name);
    }

    @Override
    public Acknowledgement acknowledgement() {
        return new Acknowledgement("application/json", "{\"code\":\"SUCCESS\"}");
    }

    /// `body` as this channel sends it at `now`.
    Envelope envelope(String body, Instant now) {
        String time = String.valueOf(now.getEpochSecond());
        String nonce = UUID.randomUUID().toString();
        return new Envelope(Map.of(TIME, time, NONCE, nonce, SIGNATURE, seal.sign(signed(time, nonce, body))), body);
    }

    private static String signed(String time, String nonce, String body) {
        return time + "\n" + nonce + "\n" + body + "\n";
    }
}
