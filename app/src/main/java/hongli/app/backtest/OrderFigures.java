package hongli.app.backtest;

import java.math.BigDecimal;
import java.util.Map;

/// What became of the orders.
///
/// @param settled orders settled, and their amounts as settled
/// @param worthless orders worth nothing, which are passed over
/// @param rounded orders whose lines did not sum to whole fen, and what rounding added in all (may be below zero)
/// @param refused orders that the programme refused, by code
record OrderFigures(Count settled, long worthless, Count rounded, Map<String, Long> refused) {
    OrderFigures {
        refused = Map.copyOf(refused);
    }

    /// So many, worth so much in yuan.
    record Count(long number, BigDecimal amount) {
        static final Count NONE = new Count(0, BigDecimal.ZERO);

        Count plus(BigDecimal more) {
            return new Count(number + 1, amount.add(more));
        }
    }
}
