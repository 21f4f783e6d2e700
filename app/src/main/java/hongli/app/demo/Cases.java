package hongli.app.demo;

import hongli.mall.Mall;
import hongli.mall.access.Actor;
import hongli.mall.aftersale.AfterSales;
import hongli.mall.aftersale.Case;
import hongli.mall.aftersale.Decisions;
import hongli.mall.aftersale.Seen;
import java.util.List;
import java.util.Optional;

/// The after-sales of a demo: some change their minds before anything is sent, some send goods back, a few quarrel.
final class Cases {
    private static final double CHANGES_MIND = 0.03;
    private static final double SENDS_BACK = 0.05;
    private static final double REFUSED = 0.12;

    private final Town town;
    private final Mall mall;
    private final Premises.Staff staff;

    Cases(Town town, Premises.Staff staff) {
        this.town = town;
        this.mall = town.mall();
        this.staff = staff;
    }

    /// Perhaps the buyer does not want it any more before it is sent.
    void beforeSent(Town.Resident buyer, long order) {
        if (town.chance(CHANGES_MIND)) {
            town.agenda().in(0, town.minute(20, 23), () -> ask(buyer, order, Case.Kind.REFUND, "拍错了，想退款"));
        }
    }

    /// Perhaps the buyer sends something back.
    void afterSent(Town.Resident buyer, long order) {
        if (town.chance(SENDS_BACK)) {
            town.agenda().in(1, town.minute(9, 22), () -> ask(buyer, order, Case.Kind.RETURN, "与想象的不一样，七天无理由"));
        }
    }

    private void ask(Town.Resident buyer, long order, Case.Kind kind, String reason) {
        long line = mall.tables()
                .<Long>work(
                        work -> work.number("select min(id) number from mall.order_line where order_id = ?", order));
        var wish = new AfterSales.Wish(line, kind, 1, Optional.empty());
        AfterSales sales = mall.trade().counter().afterSales();
        var _ = town.tried(() -> {
            AfterSales.Preview preview = sales.preview(buyer.actor(), wish);
            Case asked = sales.ask(buyer.actor(), new AfterSales.Request(wish, preview.deduction(), reason, List.of()));
            town.agenda().in(1, town.minute(14, 17), () -> decide(buyer, asked));
        });
    }

    private void decide(Town.Resident buyer, Case asked) {
        Decisions decisions = mall.trade().counter().decisions();
        Actor.Clerk clerk = staff.clerk(asked.merchant());
        if (town.chance(REFUSED)) {
            var _ = town.tried(() -> appeal(buyer, decisions.refuse(clerk, seen(asked), "已经发出，无法直接退款")));
            return;
        }
        var _ = town.tried(() -> {
            Case agreed = decisions.agree(clerk, seen(asked), "同意");
            if (agreed.kind() == Case.Kind.RETURN) {
                town.agenda().in(1, town.minute(10, 20), () -> sendBack(buyer, agreed));
            }
        });
    }

    private void appeal(Town.Resident buyer, Case refused) {
        town.agenda().in(1, town.minute(10, 20), () -> {
            var _ = town.tried(
                    () -> mall.trade().counter().afterSales().appeal(buyer.actor(), seen(refused), "还没有收到货，请平台看一下"));
        });
    }

    private void sendBack(Town.Resident buyer, Case agreed) {
        var _ = town.tried(() -> {
            Case back = mall.trade()
                    .counter()
                    .afterSales()
                    .sendBack(buyer.actor(), seen(agreed), "圆通速递", "YT" + agreed.id());
            town.agenda().in(3, town.minute(10, 17), () -> receive(back));
        });
    }

    private void receive(Case back) {
        var _ = town.tried(
                () -> mall.trade().counter().decisions().receive(staff.clerk(back.merchant()), seen(back), "已收到，包装完好"));
    }

    private static Seen seen(Case known) {
        return new Seen(known.id(), known.version());
    }
}
