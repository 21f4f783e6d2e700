package hongli.mall.programme;

import hongli.economy.Holding;
import hongli.economy.exact.Money;
import hongli.ledger.Ledger;
import hongli.mall.people.Belongings;
import hongli.mall.table.Tables;

/// What a member has left, as the ledger knows it.
public final class LedgerBelongings implements Belongings {
    private final Tables tables;
    private final Ledger ledger;

    public LedgerBelongings(Tables tables, Ledger ledger) {
        this.tables = tables;
        this.ledger = ledger;
    }

    @Override
    public Left of(long member) {
        return ledger.holding(tables.work(ShopTerms::read).programme(), Ids.member(member))
                .map(LedgerBelongings::left)
                .orElseGet(() -> Belongings.NONE.of(member));
    }

    private static Left left(Holding holding) {
        return new Left(
                sum(holding.cash().toMoney(), holding.heldCash()),
                sum(holding.constant(), holding.heldConstant()),
                holding.points());
    }

    private static Money sum(Money free, Money held) {
        return new Money(Math.addExact(free.fen(), held.fen()));
    }
}
