package hongli.mall.bill;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.command.Command;
import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import hongli.mall.Town;
import hongli.mall.programme.Ids;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a merchant gives back to the programme stands in its journal, and on the bill of the days it happened in.
final class LedgerExchangesTest {
    private final Town town = new Town();
    private final Bills bills = town.mall.bills();

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void leadsFromTheFigureOfABillToEachExchange() {
        constantPointsReachTheMerchant();
        exchange(2_00);
        town.pass(Duration.ofHours(3));
        exchange(1_25);
        LocalDate day = LocalDate.ofInstant(town.clock.instant(), Bills.ZONE);
        town.pass(Duration.ofDays(9));
        exchange(50);
        town.pass(Duration.ofDays(40));
        long merchant = town.clerk.merchant();
        var period = new Bills.Period(LocalDate.of(2026, 3, 1), day);
        long id = bills.make(Town.operator(1), merchant, period);
        Bills.Bill bill = bills.book().one(town.clerk, id);
        assertThat(BillParts.figures(bill)).containsEntry("constantExchanged", "3.25");
        List<Exchange> exchanges = bills.book().exchanges(town.clerk, id);
        assertThat(exchanges).extracting(Exchange::amount).containsExactly(new Money(1_25), new Money(2_00));
        assertThat(exchanges.getFirst().position())
                .isGreaterThan(exchanges.getLast().position());
        assertThat(BillParts.of(bills.book(), town.clerk, bill)).allSatisfy(BillParts.Found::requireExact);
        long later = bills.make(Town.operator(1), merchant, new Bills.Period(day.plusDays(1), day.plusDays(20)));
        assertThat(bills.book().exchanges(Town.operator(2), later))
                .extracting(Exchange::amount)
                .containsExactly(new Money(50));
    }

    private void exchange(long fen) {
        town.told(new Command.ExchangeConstant(Ids.merchant(town.clerk.merchant()), new Money(fen)));
    }

    /// The buyer earns points, makes constant points of some, and pays with them.
    private void constantPointsReachTheMerchant() {
        long wine = town.variant(100_00);
        long first = town.place(List.of(), Town.line(wine, 20));
        town.pay(first, 0, 0);
        town.complete(town.order(first));
        town.pass(Duration.ofDays(8));
        town.told(new Command.ConvertPoints(Ids.member(town.buyer.id()), new Points(10_000_000), null));
        long second = town.place(List.of(), Town.line(wine, 1));
        town.pay(second, 0, 5_00);
        town.complete(town.order(second));
        town.pass(Duration.ofDays(8));
    }
}
