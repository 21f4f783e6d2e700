package hongli.mall.programme;

import hongli.economy.exact.Money;
import hongli.economy.exact.Wide;
import hongli.mall.sale.SoldLine;

/// What the programme is told of a line: the amount that was consumed, and the base that contributions are
/// reckoned from.
public record Share(Money amount, Money base) {
    /// The share of what is left of a line under the shop's terms.
    ///
    /// The base is the goods that were paid for (freight left out, unless it counts), in money alone (the
    /// points' part left out, rounded up), as far as it did not go back; for margins less what the kept
    /// pieces cost; never below nothing nor above the amount.
    public static Share of(SoldLine line, ShopTerms terms) {
        long paid = line.paid().fen();
        long sales =
                terms.withFreight() ? paid : Math.max(0, paid - line.freight().fen());
        if (terms.cashOnly() && paid > 0) {
            sales -= Wide.product(line.constant().fen(), sales).dividedUp(paid).toLong();
        }
        long base = line.leftOf(new Money(sales)).fen();
        if (terms.baseOf() == ShopTerms.BaseOf.MARGIN) {
            base = Math.max(0, base - Math.multiplyExact(line.cost().fen(), line.kept()));
        }
        return new Share(line.left(), new Money(Math.min(base, line.left().fen())));
    }
}
