package hongli.mall.aftersale;

import hongli.mall.access.Actor;
import hongli.mall.aftersale.Case.Kind;
import hongli.mall.aftersale.Case.Status;
import hongli.mall.aftersale.Cases.Step;
import hongli.mall.delivery.Vouchers;
import hongli.mall.order.Stock;
import hongli.mall.payment.Refunds;
import hongli.mall.table.Transaction;
import java.util.OptionalLong;

/// Pays a case that was agreed: the order's line, its stock and vouchers, and the money, in one transaction.
final class Reimbursement {
    private static final Actor HOUSE = new Actor.House();

    /// What has left comes back by hand: only the merchant knows whether it can be sold again.
    private static final String GONE = """
            select from mall.order_line l join mall.orders o on o.id = l.order_id
            where l.id = ? and (o.status not in ('paid', 'shipped')
                or exists (select from mall.package p where p.order_id = o.id and jsonb_exists(p.lines, l.id::text))
                or exists (select from mall.top_up t where t.line = l.id and t.status = 'done')
                or l.kind = 'physical' and exists (
                    select from mall.voucher v where v.order_id = o.id and v.line is null and v.status = 'redeemed'))
            """;

    private final Counter.Ways ways;

    Reimbursement(Counter.Ways ways) {
        this.ways = ways;
    }

    /// Pays a locked case, and ends it.
    ///
    /// @throws hongli.mall.refusal.Refusal where it cannot be paid: a voucher was redeemed, the order is refunded
    Case pay(Transaction work, Case found) {
        if (found.kind() == Kind.REFUND && !work.exists(GONE, found.line())) {
            Stock.restock(work, found.line(), found.quantity());
        }
        ways.orders().refunded(work, found.line(), found.quantity(), found.amount());
        Vouchers.cancel(work, found.line(), found.quantity());
        Vouchers.cancelPickUp(work, found.order());
        if (found.payout().fen() > 0) {
            var wish = new Refunds.Wish(found.order(), found.payout(), OptionalLong.of(found.id()), found.reason());
            ways.refunds().of(work, wish);
        }
        ways.fulfilment().examine(work, HOUSE, found.order());
        return Cases.step(work, HOUSE, found, Step.last(Status.DONE, ""));
    }
}
