package hongli.mall.bill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.posting.TrialBalance;
import hongli.mall.programme.Stall;
import hongli.mall.programme.Stall.Piece;
import hongli.mall.refusal.Refusal;
import hongli.mall.table.Listing;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class BillsTest {
    private static final Bills.Period MARCH = new Bills.Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31));

    private final Stall stall = new Stall();
    private final long wine = stall.merchant("酒庄", 50_000);
    private final long tea = stall.merchant("茶庄", 123_456);
    private final long buyer = stall.member("王", null);
    private final Bills bills = new Bills(stall.tables, (_, _, _) -> List.of());
    private final Actor checker = operator(1);
    private final Actor approver = operator(2);
    private final Actor payer = operator(3);

    @AfterEach
    void close() {
        stall.close();
    }

    @Test
    void addsUpToWhatTheTablesOfOrdersSayAnotherWay() {
        trade(60);
        stall.pass(Duration.ofDays(40));
        assertThat(bills.makeAll(checker, MARCH)).isEqualTo(2);
        for (Bills.Bill bill : all()) {
            long merchant = bill.merchant();
            long sales = number("select sum(l.paid_fen - l.refunded_fen)::bigint number from mall.order_line l"
                    + " join mall.orders o on o.id = l.order_id"
                    + " where o.completed_at is not null and l.merchant = " + merchant);
            long commission = number("select sum(case when l.paid_fen = 0 then 0 else"
                    + " floor((l.paid_fen - l.freight_fen) * m.commission_millionths / 1000000)::bigint"
                    + " * (l.paid_fen - l.refunded_fen) / l.paid_fen end)::bigint number from mall.order_line l"
                    + " join mall.orders o on o.id = l.order_id join mall.merchant m on m.id = l.merchant"
                    + " where o.completed_at is not null and l.merchant = " + merchant);
            long contributions = number("select sum(s.base_fen * 3 / 10 + 2 * (s.base_fen / 10))::bigint number"
                    + " from mall.settlement s where s.reversed_at is null and s.merchant = " + merchant);
            long constant = number("select coalesce(sum(amount_fen), 0)::bigint number from mall.payment p"
                    + " join mall.orders o on o.checkout = p.checkout where p.way = 'constant'"
                    + " and o.completed_at is not null and o.merchant = " + merchant);
            assertThat(bill.content())
                    .contains("\"sales\": \"" + Figures.yuan(sales) + "\"")
                    .contains("\"commission\": \"" + Figures.yuan(-commission) + "\"")
                    .contains("\"contributions\": \"" + Figures.yuan(-contributions) + "\"")
                    .contains("\"constantReceived\": \"" + Figures.yuan(constant) + "\"");
            assertThat(bill.payableFen()).isEqualTo(sales - commission - contributions - constant);
        }
    }

    @Test
    void balancesMallAndLedgerTogetherAndOwesNothingOnceBillsArePaid() {
        trade(30);
        stall.pass(Duration.ofDays(40));
        bills.makeAll(checker, MARCH);
        for (Bills.Bill bill : all()) {
            bills.advance(checker, bill.id(), Bills.Step.CHECKED, Optional.empty());
            bills.advance(approver, bill.id(), Bills.Step.APPROVED, Optional.empty());
            bills.advance(payer, bill.id(), Bills.Step.PAID, Optional.of("bank-7"));
        }
        TrialBalance balance = stall.tables.work(work -> TrialBalance.of(work, stall.ledger, Stall.PROGRAMME));
        assertThat(balance.total().isZero()).isTrue();
        assertThat(balance.between().isZero()).isTrue();
        assertThat(balance.lines())
                .filteredOn(line -> line.account().equals("merchant"))
                .allMatch(line -> line.pico().isZero());
    }

    @Test
    void takesEachStepOnceInOrderAndByAnotherHand() {
        trade(5);
        stall.pass(Duration.ofDays(40));
        bills.makeAll(checker, MARCH);
        long bill = all().getFirst().id();
        refused("bill_not_at_step", () -> bills.advance(payer, bill, Bills.Step.PAID, Optional.empty()));
        bills.advance(checker, bill, Bills.Step.CHECKED, Optional.empty());
        refused("bill_not_at_step", () -> bills.advance(approver, bill, Bills.Step.CHECKED, Optional.empty()));
        refused("bill_same_hand", () -> bills.advance(checker, bill, Bills.Step.APPROVED, Optional.empty()));
        refused(
                "not_permitted",
                () -> bills.advance(new Actor.Operator(9, Set.of()), bill, Bills.Step.APPROVED, Optional.empty()));
        refused(
                "not_permitted",
                () -> bills.advance(
                        new Actor.Clerk(1, wine, EnumSet.allOf(Permission.class)),
                        bill,
                        Bills.Step.APPROVED,
                        Optional.empty()));
        refused("not_found", () -> bills.advance(approver, 999, Bills.Step.APPROVED, Optional.empty()));
    }

    @Test
    void billsNoDayTwiceAndNoneThatHasNotEnded() {
        trade(5);
        stall.pass(Duration.ZERO);
        refused("bill_period_open", () -> bills.make(checker, wine, MARCH));
        stall.pass(Duration.ofDays(40));
        bills.make(checker, wine, MARCH);
        var overlapping = new Bills.Period(LocalDate.of(2026, 3, 31), LocalDate.of(2026, 4, 1));
        refused("bill_overlaps", () -> bills.make(checker, wine, overlapping));
        refused("not_found", () -> bills.make(checker, 999, MARCH));
    }

    @Test
    void showsClerksTheirOwnBillsOnly() {
        trade(5);
        stall.pass(Duration.ofDays(40));
        bills.make(checker, wine, MARCH);
        bills.make(checker, tea, MARCH);
        Actor clerk = new Actor.Clerk(1, tea, EnumSet.of(Permission.BILLS_READ));
        assertThat(bills.own(clerk, new Bills.Filter(wine, null), new Listing.Wish(null, null, 10))
                        .items())
                .allMatch(bill -> bill.merchant() == tea)
                .hasSize(1);
    }

    /// Orders with points, refunds before and after completion, and some that are never completed.
    private void trade(int orders) {
        Random random = new Random(7);
        for (int i = 0; i < orders; i++) {
            long order = stall.order(
                    buyer,
                    i % 2 == 0 ? wine : tea,
                    new Piece(1 + random.nextInt(90_000), 1 + random.nextInt(3), 0, random.nextInt(900)),
                    new Piece(1 + random.nextInt(9_000)));
            stall.pay(order, i % 10 == 0 ? 1 : 0);
            if (i % 4 == 1) {
                stall.refund(stall.lines(order).getFirst(), 0, 1);
            }
            if (i % 7 != 3) {
                stall.complete(order);
                stall.pass(Duration.ofHours(1));
            }
            if (i % 4 == 3) {
                stall.refund(stall.lines(order).getFirst(), 0, 1);
            }
        }
        stall.pass(Duration.ofDays(9));
    }

    private List<Bills.Bill> all() {
        return bills.all(checker, new Bills.Filter(null, null), new Listing.Wish(null, null, 10))
                .items();
    }

    private long number(String sql) {
        return stall.tables.work(work -> work.number(sql));
    }

    private static Actor operator(long id) {
        return new Actor.Operator(
                id,
                EnumSet.of(
                        Permission.BILLS_READ, Permission.BILLS_CHECK, Permission.BILLS_APPROVE, Permission.BILLS_PAY));
    }

    private static void refused(String code, Runnable deed) {
        assertThatThrownBy(deed::run).isInstanceOf(Refusal.class).hasMessageContaining(code);
    }
}
