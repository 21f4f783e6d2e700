package hongli.mall.aftersale;

import hongli.mall.delivery.Fulfilment;
import hongli.mall.order.Orders;
import hongli.mall.payment.Refunds;
import hongli.mall.table.Tables;
import hongli.mall.timer.Timers;

/// Everything about after-sales, put together.
public record Counter(AfterSales afterSales, Decisions decisions, Amends amends, CaseBook cases, Evidence evidence) {
    /// What after-sales reach for outside.
    public record Ways(Orders orders, Refunds refunds, Fulfilment fulfilment, Deduction deduction) {}

    /// Puts it together, and has timers tell it what they must.
    public static Counter of(Tables tables, Timers timers, Ways ways) {
        var reimbursement = new Reimbursement(ways);
        new Deadlines(reimbursement).register(timers);
        var amends = new Amends(tables, ways.deduction(), reimbursement);
        amends.register(timers);
        return new Counter(
                new AfterSales(tables, ways.deduction()),
                new Decisions(tables),
                amends,
                new CaseBook(tables),
                new Evidence(tables));
    }
}
