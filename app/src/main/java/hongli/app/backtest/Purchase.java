package hongli.app.backtest;

import hongli.economy.exact.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One order of the history, its lines summed, and what has become of it so far.
final class Purchase {
    private static final int FEN_DECIMALS = 2;

    private final String order;
    private final String member;
    private Instant time;
    private BigDecimal total = BigDecimal.ZERO;
    private BigDecimal returned = BigDecimal.ZERO;
    private BigDecimal returnedBefore = BigDecimal.ZERO;
    private final Map<String, BigDecimal> pieces = new HashMap<>();
    private Stand stand = Stand.OPEN;

    /// How far an order is.
    enum Stand {
        /// Bought, and it may still be returned before it counts.
        OPEN,
        /// Settled in the programme.
        SETTLED,
        /// Settled, then reversed as a whole.
        REVERSED,
        /// Never settled: returned before, of no value, or refused.
        VOID
    }

    Purchase(Line first) {
        order = first.order();
        member = first.member();
        time = first.time();
    }

    void add(Line line) {
        total = total.add(line.amount());
        time = line.time().isBefore(time) ? line.time() : time;
        String item = line.item();
        if (item != null) {
            pieces.merge(item, line.pieces(), BigDecimal::add);
        }
    }

    String order() {
        return order;
    }

    String member() {
        return member;
    }

    Instant time() {
        return time;
    }

    Stand stand() {
        return stand;
    }

    /// It can no longer be returned: it has become `next`, and what comes back from now on comes late.
    void fallDue(Stand next) {
        stand = next;
        returnedBefore = returned;
    }

    /// It was settled and is now reversed as a whole.
    void reverse() {
        stand = Stand.REVERSED;
    }

    /// The sum of its lines, exact.
    BigDecimal total() {
        return total;
    }

    /// What of it has not come back, exact.
    BigDecimal kept() {
        return total.subtract(returned);
    }

    /// What came back before it fell due, exact.
    BigDecimal returnedBefore() {
        return returnedBefore;
    }

    /// What came back after it had been settled, exact.
    BigDecimal returnedLate() {
        return returned.subtract(returnedBefore);
    }

    /// What it was settled for, as [#keptMoney] was then.
    Money settledMoney() {
        return inFen(total.subtract(returnedBefore));
    }

    /// What of it has not come back, in whole fen, half a fen up: rounded once, for the order as a whole.
    Money keptMoney() {
        return inFen(kept());
    }

    private static Money inFen(BigDecimal yuan) {
        return new Money(yuan.setScale(FEN_DECIMALS, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact());
    }

    /// Whether nothing is left of it.
    boolean isWhollyReturned() {
        return kept().signum() == 0;
    }

    /// Takes back goods worth `amount`, at most what is left; says how much that was.
    BigDecimal takeBack(BigDecimal amount) {
        BigDecimal taken = amount.min(kept());
        returned = returned.add(taken);
        return taken;
    }

    /// Whether it holds so many pieces of `item` that have not come back.
    boolean holds(@Nullable String item, BigDecimal count) {
        return pieces.getOrDefault(item, BigDecimal.ZERO).compareTo(count) >= 0;
    }

    /// Takes back pieces; their worth is taken back by [#takeBack].
    void takeBack(String item, BigDecimal count) {
        pieces.merge(item, count.negate(), BigDecimal::add);
    }
}
