package hongli.mall.posting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import hongli.economy.command.Asset;
import hongli.economy.command.Command;
import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import hongli.mall.Mall;
import hongli.mall.Town;
import hongli.mall.access.Actor;
import hongli.mall.aftersale.AfterSales;
import hongli.mall.aftersale.Amends;
import hongli.mall.aftersale.Case;
import hongli.mall.aftersale.Seen;
import hongli.mall.bill.BillBook;
import hongli.mall.bill.BillParts;
import hongli.mall.bill.Bills;
import hongli.mall.bill.Figures;
import hongli.mall.delivery.Packages;
import hongli.mall.payment.Purse;
import hongli.mall.programme.Ids;
import hongli.mall.table.Listing;
import hongli.mall.withdrawal.Withdrawals;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The whole life of an order through the doors of the mall: two coupons, constant points, a part that goes back, the
/// programme, the bill, and the way out for buyer and merchant. Every posting is what arithmetic says,
/// to the fen, and both books together come to nothing after every step.
final class LifeOfAnOrderTest {
    private final Town town = new Town();
    private final Mall mall = town.mall;
    private final Actor.Member buyer = town.buyer;
    private final Actor.Clerk clerk = town.clerk;
    private final Actor.Operator checker = Town.operator(1);
    private final PostingBook book = new PostingBook(mall.tables());
    private final long wine = town.variant(100_00);
    private final long glasses = town.variant(33_33);
    private long seen;

    @AfterEach
    void close() {
        town.close();
    }

    @Test
    void postsToTheFenAndBalancesAtEveryStep() {
        firstOrderBringsPoints();
        long order = secondOrderIsPaidInThreeWays();
        aPieceGoesBackBeforeDelivery(order);
        itIsDeliveredAndCompleted(order);
        itIsSettledAndThePointsReachTheMerchant(order);
        whatHasReachedTheMerchantDoesNotComeBack(order);
        thirdOrderIsPaidInCash();
        theBillIsPaid();
        cashLeaves();
        theNumbersLeadToTheirOrders(order);
    }

    /// Twenty bottles for 2000.00: the platform keeps 5 %, and 30 % and twice 10 % of it go into the programme.
    private void firstOrderBringsPoints() {
        long checkout = town.place(List.of(), Town.line(wine, 20));
        town.pay(checkout, 0, 0);
        posts("payment money advance 2000.00");
        town.complete(town.order(checkout));
        posts("sale advance merchant 2000.00", "commission merchant commission 100.00");
        town.pass(Duration.ofDays(8));
        posts("contribution merchant programme 1000.00");
        // 70 % of the 600.00 that went into the pool, at a price of 1.00: 420 points, 10 of which become constant.
        town.told(new Command.ConvertPoints(Ids.member(buyer.id()), new Points(10_000_000), null));
        assertThat(mall.programme().purse().free(buyer.id(), Asset.CONSTANT)).isGreaterThan(new Money(5_00));
        posts();
    }

    /// Two bottles and three glasses, 299.99 by the list: the platform gives 20.00, the merchant 10.00.
    private long secondOrderIsPaidInThreeWays() {
        long platform = town.coupon(checker, OptionalLong.empty(), 20_00);
        long own = town.coupon(clerk, OptionalLong.of(clerk.merchant()), 10_00);
        long checkout = town.place(List.of(platform, own), Town.line(wine, 2), Town.line(glasses, 3));
        assertThat(mall.tables()
                        .<Long>work(work ->
                                work.number("select payable_fen number from mall.checkout where id = ?", checkout)))
                .isEqualTo(299_99 - 30_00);
        town.pay(checkout, 0, 5_00);
        // The held points are booked once the merchant has them.
        posts("payment money advance 264.99");
        return town.order(checkout);
    }

    /// One of three glasses: a third of the 89.99 that were paid for them, in proportion by channel and points.
    private void aPieceGoesBackBeforeDelivery(long order) {
        long line = town.lines(order).getLast();
        var wish = new AfterSales.Wish(line, Case.Kind.REFUND, 1, Optional.empty());
        var preview = mall.trade().counter().afterSales().preview(buyer, wish);
        assertThat(preview.payout()).isEqualTo(new Money(29_99));
        Case asked = mall.trade()
                .counter()
                .afterSales()
                .ask(buyer, new AfterSales.Request(wish, preview.deduction(), "碎了一只", List.of()));
        mall.trade().counter().decisions().agree(clerk, new Seen(asked.id(), asked.version()), "");
        town.settle();
        posts("refund advance money 29.44");
    }

    private void itIsDeliveredAndCompleted(long order) {
        List<Long> lines = town.lines(order);
        long parcel = mall.trade()
                .delivery()
                .packages()
                .ship(
                        clerk,
                        order,
                        new Packages.Shipment("顺丰", "SF1", Map.of(lines.getFirst(), 2L, lines.getLast(), 2L)));
        mall.trade().delivery().packages().delivered(clerk, parcel);
        town.settle();
        posts();
        mall.tables().run(work -> mall.buying().orders().completed(work, buyer, order));
        town.settle();
        posts(
                "sale advance merchant 240.00",
                "platform_coupon platform_coupons merchant 17.77",
                "commission merchant commission 12.88",
                "constant merchant purse 4.45");
    }

    /// The share of money, points left out, is what the programme counts with: 176.67 of the bottles and 58.88 of the
    /// glasses. What was paid in points is booked when the merchant has it, and so is what went back of it.
    private void itIsSettledAndThePointsReachTheMerchant(long order) {
        town.pass(Duration.ofDays(8));
        posts(
                "contribution merchant programme 88.32",
                "contribution merchant programme 29.42",
                "payment purse advance 5.00",
                "refund advance purse 0.55");
        assertThat(order).isPositive();
    }

    private void whatHasReachedTheMerchantDoesNotComeBack(long order) {
        var portion = new Amends.Portion(town.lines(order).getFirst(), 0, Optional.of(new Money(1_00)));
        assertThat(catchThrowable(() -> mall.trade()
                        .counter()
                        .amends()
                        .pay(checker, new Amends.Request("k", portion, Money.ZERO, "x"))))
                .hasMessageContaining("purse_captured");
        posts();
    }

    /// The buyer gives points back for cash, and pays 30.00 of a glass with it.
    private void thirdOrderIsPaidInCash() {
        town.told(new Command.RedeemPoints(Ids.member(buyer.id()), new Points(100_000_000), null));
        long checkout = town.place(List.of(), Town.line(glasses, 1));
        town.pay(checkout, 30_00, 0);
        posts("payment money advance 3.33");
        town.complete(town.order(checkout));
        posts("sale advance merchant 33.33", "commission merchant commission 1.66", "cash merchant purse 30.00");
        town.pass(Duration.ofDays(8));
        posts("contribution merchant programme 16.65", "payment purse advance 30.00");
    }

    private void theBillIsPaid() {
        town.pass(Duration.ofDays(40));
        Bills bills = mall.bills();
        var march = new Bills.Period(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 4, 10));
        long id = bills.make(checker, clerk.merchant(), march);
        bills.advance(checker, id, Bills.Step.CHECKED, Optional.empty());
        bills.advance(Town.operator(2), id, Bills.Step.APPROVED, Optional.empty());
        Bills.Bill paid = bills.advance(Town.operator(3), id, Bills.Step.PAID, Optional.of("bank-1"));
        long owed =
                bills.book().lines(checker, id, BillBook.Filter.ALL, new Listing.Wish(null, null, 100)).items().stream()
                        .mapToLong(part -> -part.line().change(Account.MERCHANT))
                        .sum();
        // Coupons of both bearers, cash, constant points and refunds are among its figures.
        assertThat(BillParts.of(bills.book(), checker, paid)).allSatisfy(BillParts.Found::requireExact);
        assertThat(paid.payableFen()).isEqualTo(owed);
        assertThat(paid.content()).contains("\"owed\": \"" + new Money(owed) + "\"");
        town.settle();
        posts("bill merchant money " + new Money(owed));
        assertThat(book.sums(checker, Account.MERCHANT, PostingBook.Filter.ALL).balanceFen())
                .isZero();
    }

    /// What is left of the buyer's cash, and what the merchant was paid in cash, leave by the bank.
    private void cashLeaves() {
        withdraw(buyer, Purse.Holder.member(buyer.id()), 10_00);
        posts("withdrawal programme money 10.00");
        withdraw(clerk, Purse.Holder.merchant(clerk.merchant()), 30_00);
        posts("withdrawal programme money 30.00");
    }

    private void theNumbersLeadToTheirOrders(long order) {
        TrialBalance balance = mall.programme().trialBalance(checker);
        for (TrialBalance.Line line : balance.lines()) {
            if (line.book().equals("mall")) {
                Account account = Account.valueOf(line.account().toUpperCase(Locale.ROOT));
                long sum = postings(new PostingBook.Filter(account, null, null, null, null, null, null)).stream()
                        .mapToLong(each -> each.change(account))
                        .sum();
                assertThat(new TrialBalance.Line("mall", line.account(), line.pico()).yuan())
                        .isEqualTo(Figures.yuan(sum) + "000000000000");
            }
        }
        assertThat(postings(new PostingBook.Filter(null, Kind.SALE, null, order, null, null, null)))
                .hasSize(1)
                .allMatch(line -> line.checkout().isPresent() && line.number().isPresent());
        assertThat(postings(new PostingBook.Filter(Account.MONEY, Kind.PAYMENT, null, null, null, null, null)))
                .hasSize(3)
                .allMatch(line -> line.checkout().isPresent());
        var pool = hongli.economy.fact.Account.Kind.POOL;
        LedgerBook.Lines lines = mall.programme().ledgerLines(checker, pool, -1, 1_000);
        assertThat(lines.lines()).anyMatch(line -> line.order().orElse(0) == order);
        var withdrawn = hongli.economy.fact.Account.Kind.WITHDRAWN;
        assertThat(mall.programme().ledgerLines(checker, withdrawn, -1, 1_000).lines())
                .hasSize(2)
                .allMatch(line -> line.withdrawal().isPresent());
    }

    private List<PostingBook.Line> postings(PostingBook.Filter filter) {
        return book.all(checker, filter, new Listing.Wish("id", null, 500)).items();
    }

    /// What was posted since the last time, and both books together.
    private void posts(String... expected) {
        List<PostingBook.Line> fresh = postings(PostingBook.Filter.ALL).stream()
                .filter(line -> line.id() > seen)
                .toList();
        assertThat(fresh.stream().map(LifeOfAnOrderTest::text).sorted())
                .isEqualTo(List.of(expected).stream().sorted().toList());
        seen = fresh.isEmpty() ? seen : fresh.getLast().id();
        TrialBalance balance = mall.programme().trialBalance(checker);
        assertThat(balance.total().toString()).isEqualTo("0");
        assertThat(balance.between().toString()).isEqualTo("0");
    }

    private static String text(PostingBook.Line line) {
        return String.join(
                " ",
                line.kind().word(),
                line.debit().name().toLowerCase(Locale.ROOT),
                line.credit().name().toLowerCase(Locale.ROOT),
                line.amount().toString());
    }

    private void withdraw(Actor actor, Purse.Holder holder, long fen) {
        assertThat(mall.programme().purse().free(holder, Asset.CASH)).isGreaterThanOrEqualTo(new Money(fen));
        var held = mall.trade().withdrawals().ask(actor, new Withdrawals.Request("w", new Money(fen), "6222"));
        mall.trade().withdrawals().approve(checker, held.id(), "");
        town.settle();
    }
}
