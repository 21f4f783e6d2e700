package hongli.mall.aftersale;

import hongli.economy.exact.Money;
import hongli.mall.table.Transaction;

/// Tells what must be kept back of a refund because the buyer no longer holds what was granted for it.
@FunctionalInterface
public interface Deduction {
    /// Nothing was granted that could be missing.
    Deduction NONE = (_, _) -> Money.ZERO;

    /// Pieces of a line that go back, and the money for them.
    record Portion(long line, long quantity, Money amount) {}

    /// What is kept back of `portion`, at most its amount.
    Money of(Transaction work, Portion portion);
}
