package hongli.mall.payment;

import static hongli.mall.payment.TrialMall.goods;
import static hongli.mall.payment.TrialMall.ways;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.command.Asset;
import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CashierTest {
    private final TrialMall mall = new TrialMall();
    private final Actor.Member member = mall.member();
    private final Actor.Clerk clerk = mall.clerk();

    @AfterEach
    void close() {
        mall.close();
    }

    @Test
    void isPaidOnceHoweverOftenAndInWhateverThreadsItIsTold() throws InterruptedException {
        long checkout = mall.checkout(member, goods(clerk.merchant(), 1, 100_00));
        long notice = mall.desk.pay(mall.begin(member, checkout, ways(0, 0)), SandboxDesk.Manner.PLAIN);
        List<Object> outcomes = TrialMall.race(8, () -> mall.desk.deliver(notice));
        assertThat(outcomes)
                .containsOnlyOnce(Confirmation.Outcome.PAID)
                .containsOnly(Confirmation.Outcome.PAID, Confirmation.Outcome.REPEATED);
        assertThat(mall.status("checkout", checkout)).isEqualTo("paid");
        assertThat(mall.number("select count(*) number from mall.order_event where after = 'paid'"))
                .isEqualTo(1);
    }

    @Test
    void goesOnWithTheSamePaymentInAnotherWindow() {
        long checkout = mall.checkout(member, goods(clerk.merchant(), 1, 100_00));
        String first = mall.begin(member, checkout, ways(0, 0));
        assertThat(mall.begin(member, checkout, ways(0, 0))).isEqualTo(first);
    }

    @Test
    void takesAPaymentThatWasMadeWhileItWasBeingReplaced() {
        long checkout = mall.checkout(member, goods(clerk.merchant(), 1, 100_00));
        mall.purse.put(member.id(), Asset.CASH, new Money(10_00));
        String first = mall.begin(member, checkout, ways(0, 0));
        long one = mall.desk.pay(first, new SandboxDesk.Manner(Optional.empty(), Duration.ZERO, true));
        // Closing finds it paid: the checkout is paid by it, and the second attempt is in vain.
        assertThat(mall.till.cashier().start(member, checkout, ways(10_00, 0)).paid())
                .isTrue();
        assertThat(mall.status("checkout", checkout)).isEqualTo("paid");
        mall.wait(Duration.ofMinutes(5));
        assertThat(mall.purse.free(member.id(), Asset.CASH)).isEqualTo(new Money(10_00));
        assertThat(mall.desk.deliver(one)).isEqualTo(Confirmation.Outcome.REPEATED);
    }

    @Test
    void refundsWhatIsPaidTwiceAtOnceByTwoReferences() throws InterruptedException {
        long checkout = mall.checkout(member, goods(clerk.merchant(), 1, 100_00));
        String first = mall.begin(member, checkout, ways(0, 0));
        String second = twin(checkout);
        long one = mall.desk.pay(first, SandboxDesk.Manner.PLAIN);
        long two = mall.desk.pay(second, SandboxDesk.Manner.PLAIN);
        var turns = new ConcurrentLinkedQueue<>(List.of(one, two));
        List<Object> outcomes = TrialMall.race(2, () -> mall.desk.deliver(turns.remove()));
        assertThat(outcomes).containsExactlyInAnyOrder(Confirmation.Outcome.PAID, Confirmation.Outcome.REFUNDED);
        mall.timers.runDue();
        assertThat(mall.number("select sum(amount_fen) number from mall.sandbox_refund"))
                .isEqualTo(100_00);
        assertThat(mall.status("checkout", checkout)).isEqualTo("paid");
    }

    /// A payment of the same checkout at the channel under another reference, as another channel would have it.
    private String twin(long checkout) {
        String reference = Cashier.reference("P");
        mall.tables.run(work -> {
            work.run(
                    "insert into mall.payment"
                            + " (checkout, way, attempt, channel, reference, amount_fen, status, started_at)"
                            + " values (?, 'channel', 2, 'sandbox', ?, 10000, 'started', ?)",
                    checkout,
                    reference,
                    work.now());
            work.run(
                    "insert into mall.sandbox_trade (reference, amount_fen, status) values (?, 10000, 'open')",
                    reference);
        });
        return reference;
    }

    @Test
    void refundsWhatIsPaidAfterTheCheckoutWasCancelled() {
        long checkout = mall.checkout(member, goods(clerk.merchant(), 1, 100_00));
        String reference = mall.begin(member, checkout, ways(0, 0));
        long notice = mall.desk.pay(reference, SandboxDesk.Manner.PLAIN);
        mall.orders.cancel(member, checkout, "changed my mind");
        assertThat(mall.desk.deliver(notice)).isEqualTo(Confirmation.Outcome.REFUNDED);
        mall.timers.runDue();
        assertThat(mall.status("checkout", checkout)).isEqualTo("cancelled");
        assertThat(mall.number("select sum(amount_fen) number from mall.sandbox_refund"))
                .isEqualTo(100_00);
        assertThat(mall.text("select status as text from mall.refund")).isEqualTo("done");
    }

    @Test
    void neverMarksPaidWhatDiffersInAmount() {
        long checkout = mall.checkout(member, goods(clerk.merchant(), 1, 100_00));
        String reference = mall.begin(member, checkout, ways(0, 0));
        var manner = new SandboxDesk.Manner(Optional.of(new Money(1)), Duration.ZERO, false);
        assertThat(mall.desk.deliver(mall.desk.pay(reference, manner))).isEqualTo(Confirmation.Outcome.AMOUNT_DIFFERS);
        mall.wait(Duration.ofMinutes(10));
        assertThat(mall.status("checkout", checkout)).isEqualTo("unpaid");
    }

    @Test
    void asksForWhatItWasNeverTold() {
        long checkout = mall.checkout(member, goods(clerk.merchant(), 1, 100_00));
        String reference = mall.begin(member, checkout, ways(0, 0));
        mall.desk.pay(reference, new SandboxDesk.Manner(Optional.empty(), Duration.ZERO, true));
        mall.wait(Duration.ofSeconds(61));
        assertThat(mall.status("checkout", checkout)).isEqualTo("paid");
    }

    @Test
    void holdsCashAndConstantPointsAndCapturesThemWhenNothingCanBeReturned() {
        mall.purse.put(member.id(), Asset.CASH, new Money(50_00));
        mall.purse.put(member.id(), Asset.CONSTANT, new Money(30_01));
        Actor.Clerk other = mall.clerk();
        long checkout = mall.checkout(member, goods(clerk.merchant(), 3, 33_33), goods(other.merchant(), 1, 17));
        String reference = mall.begin(member, checkout, ways(50_00, 30_01));
        assertThat(mall.purse.held()).isEqualTo(new Money(80_01));
        mall.desk.deliver(mall.desk.pay(reference, SandboxDesk.Manner.PLAIN));
        assertThat(mall.status("checkout", checkout)).isEqualTo("paid");
        for (long order : mall.orders(checkout)) {
            mall.tables.run(work -> mall.orders.delivered(work, new Actor.House(), order));
        }
        mall.wait(Duration.ofDays(11));
        assertThat(mall.purse.held()).isEqualTo(new Money(80_01));
        mall.wait(Duration.ofDays(8));
        assertThat(mall.purse.held()).isEqualTo(Money.ZERO);
        long got = mall.purse.taken(clerk.merchant(), Asset.CASH).fen()
                + mall.purse.taken(other.merchant(), Asset.CASH).fen();
        assertThat(got).isEqualTo(50_00);
    }

    @Test
    void givesHoldsBackWhenTheCheckoutIsCancelled() {
        mall.purse.put(member.id(), Asset.CASH, new Money(50_00));
        long checkout = mall.checkout(member, goods(clerk.merchant(), 1, 100_00));
        mall.begin(member, checkout, ways(50_00, 0));
        mall.orders.cancel(member, checkout, "");
        mall.timers.runDue();
        assertThat(mall.purse.free(member.id(), Asset.CASH)).isEqualTo(new Money(50_00));
        assertThat(mall.purse.held()).isEqualTo(Money.ZERO);
    }

    @Test
    void refusesWhatThePurseHasNotAndGivesTheRestBack() {
        mall.purse.put(member.id(), Asset.CASH, new Money(50_00));
        long checkout = mall.checkout(member, goods(clerk.merchant(), 1, 100_00));
        assertThatThrownBy(() -> mall.till.cashier().start(member, checkout, ways(50_00, 1)))
                .hasMessageContaining("funds_short");
        mall.timers.runDue();
        assertThat(mall.purse.free(member.id(), Asset.CASH)).isEqualTo(new Money(50_00));
        assertThatThrownBy(() -> mall.till.cashier().start(member, checkout, ways(100_00, 1)))
                .hasMessageContaining("ways_above_payable");
        assertThatThrownBy(() -> mall.till.cashier().start(mall.member(), checkout, ways(0, 0)))
                .hasMessageContaining("not_found");
    }

    @Test
    void paysOnceWhenAMemberStartsInManyWindowsAtOnce() throws InterruptedException {
        mall.purse.put(member.id(), Asset.CASH, new Money(500_00));
        long checkout = mall.checkout(member, goods(clerk.merchant(), 1, 100_00));
        TrialMall.race(8, () -> mall.till.cashier().start(member, checkout, ways(100_00, 0)));
        mall.timers.runDue();
        assertThat(mall.status("checkout", checkout)).isEqualTo("paid");
        assertThat(mall.purse.free(member.id(), Asset.CASH)).isEqualTo(new Money(400_00));
        assertThat(mall.purse.held()).isEqualTo(new Money(100_00));
    }

    @Test
    void goesOnWhenThePurseAnswersAgain() {
        mall.purse.put(member.id(), Asset.CASH, new Money(100_00));
        long checkout = mall.checkout(member, goods(clerk.merchant(), 1, 100_00));
        mall.purse.beAway(true);
        assertThatThrownBy(() -> mall.till.cashier().start(member, checkout, ways(100_00, 0)))
                .hasMessageContaining("channel_away");
        mall.purse.beAway(false);
        mall.wait(Duration.ofMinutes(2));
        assertThat(mall.status("checkout", checkout)).isEqualTo("paid");
    }

    @Test
    void needsNoMoneyForWhatCostsNothing() {
        long checkout = mall.checkout(member, goods(clerk.merchant(), 1, 0));
        assertThat(mall.till.cashier().start(member, checkout, ways(0, 0)).paid())
                .isTrue();
    }
}
