package hongli.app.backtest;

import hongli.economy.command.MemberId;
import hongli.economy.command.OrderId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVRecord;

/// Turns the fields of one line into a purchase, a return, a guest's line, or the reason why it cannot be used.
final class LineReader {
    private static final Set<String> NO_MARK = Set.of("", "0", "n", "no", "false", "否", "无");

    private static final BigDecimal LARGEST = new BigDecimal("1e12");

    private final Header header;
    private final Times times;

    LineReader(Header header, Times times) {
        this.header = header;
        this.times = times;
    }

    Line.Reading read(long number, CSVRecord fields) {
        if (fields.size() <= needed()) {
            return new Line.Reading.Bad(number, Flaw.TOO_FEW_COLUMNS, fields.size() + " < " + (needed() + 1));
        }
        Optional<BigDecimal> amount = product(fields);
        String member = fields.get(header.member()).strip();
        if (member.isEmpty()) {
            return new Line.Reading.Guest(amount.orElse(BigDecimal.ZERO));
        }
        Optional<Instant> time = times.read(fields.get(header.time()));
        String order = header.order() < 0
                ? String.valueOf(number)
                : fields.get(header.order()).strip();
        if (!isSound(member, MemberId::new)) {
            return new Line.Reading.Bad(number, Flaw.MEMBER_UNUSABLE, member);
        }
        if (!isSound(order, OrderId::new)) {
            return new Line.Reading.Bad(number, Flaw.ORDER_UNUSABLE, order);
        }
        if (time.isEmpty()) {
            return new Line.Reading.Bad(number, Flaw.TIME_UNREADABLE, fields.get(header.time()));
        }
        if (amount.filter(value -> value.abs().compareTo(LARGEST) <= 0).isEmpty()) {
            return new Line.Reading.Bad(number, Flaw.AMOUNT_UNREADABLE, amountText(fields));
        }
        return new Line.Reading.Read(new Line(
                number,
                member,
                time.get(),
                amount.get().abs(),
                order,
                header.merchant() < 0 ? "" : fields.get(header.merchant()).strip(),
                amount.get().signum() < 0 || isMarked(fields),
                header.item() < 0 ? null : fields.get(header.item()).strip(),
                pieces(fields)));
    }

    private int needed() {
        int widest = Math.max(header.member(), Math.max(header.time(), header.order()));
        for (int factor : header.amount()) {
            widest = Math.max(widest, factor);
        }
        widest = Math.max(widest, Math.max(header.merchant(), header.mark()));
        return Math.max(widest, Math.max(header.item(), header.quantity()));
    }

    private Optional<BigDecimal> product(CSVRecord fields) {
        BigDecimal product = BigDecimal.ONE;
        for (int factor : header.amount()) {
            Optional<BigDecimal> value = Decimal.read(fields.get(factor));
            if (value.isEmpty()) {
                return value;
            }
            product = product.multiply(value.get());
        }
        return Optional.of(product);
    }

    private String amountText(CSVRecord fields) {
        List<String> texts = header.amount().stream().map(fields::get).toList();
        return String.join(" * ", texts);
    }

    private boolean isMarked(CSVRecord fields) {
        if (header.mark() < 0) {
            return false;
        }
        String mark = fields.get(header.mark()).strip();
        String prefix = header.prefix();
        if (prefix != null) {
            return mark.startsWith(prefix);
        }
        boolean zero = Decimal.read(mark).filter(value -> value.signum() == 0).isPresent();
        return !zero && !NO_MARK.contains(mark.toLowerCase(Locale.ROOT));
    }

    private BigDecimal pieces(CSVRecord fields) {
        return header.quantity() < 0
                ? BigDecimal.ONE
                : Decimal.read(fields.get(header.quantity()))
                        .orElse(BigDecimal.ONE)
                        .abs();
    }

    private static boolean isSound(String text, Function<String, Object> id) {
        try {
            var _ = id.apply(text);
            return true;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
