package hongli.app.backtest;

import hongli.economy.exact.Money;
import hongli.economy.exact.Points;

/// One member at the end.
///
/// @param spent orders settled and not reversed
/// @param received dividends and forced sales, the fraction of a fen left out
/// @param points what it still holds
/// @param leaving what it would get besides if all members left, each after those who joined before it
record MemberFigures(String member, Money spent, Money received, Points points, Money leaving) {
    /// All it would have got in the end.
    Money inAll() {
        return new Money(received.fen() + leaving.fen());
    }
}
