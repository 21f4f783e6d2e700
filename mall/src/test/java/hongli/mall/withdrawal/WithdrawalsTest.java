package hongli.mall.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.command.Asset;
import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.payment.Purse;
import hongli.mall.payment.TrialMall;
import hongli.mall.table.Listing;
import hongli.mall.withdrawal.Withdrawal.Status;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class WithdrawalsTest {
    private final TrialMall mall = new TrialMall();
    private final Actor.Member member = mall.member();
    private final SandboxPayout port = new SandboxPayout();
    private final Withdrawals withdrawals = new Withdrawals(mall.tables, mall.purse, port, id -> id == member.id());

    WithdrawalsTest() {
        withdrawals.register(mall.timers);
        mall.purse.put(member.id(), Asset.CASH, new Money(1_000_00));
    }

    private Withdrawal ask(String key, long fen, String account) {
        return withdrawals.ask(member, new Withdrawals.Request(key, new Money(fen), account));
    }

    @AfterEach
    void close() {
        mall.close();
    }

    @Test
    void paysOutWhatWasHeldAndApproved() {
        Withdrawal held = ask("a", 100_00, "6222");
        assertThat(held.status()).isEqualTo(Status.HELD);
        assertThat(mall.purse.free(member.id(), Asset.CASH)).isEqualTo(new Money(900_00));
        assertThat(withdrawals.approve(TrialMall.OPERATOR, held.id(), "").status())
                .isEqualTo(Status.PAID);
        assertThat(port.paid()).isEqualTo(new Money(100_00));
        assertThat(mall.purse.held()).isEqualTo(Money.ZERO);
    }

    @Test
    void paysOnceWhenTheHouseDoesNotAnswer() {
        Withdrawal held = ask("a", 100_00, "6222");
        port.beAway(true);
        assertThat(withdrawals.approve(TrialMall.OPERATOR, held.id(), "").status())
                .isEqualTo(Status.PAYING);
        mall.wait(Duration.ofMinutes(2));
        port.beAway(false);
        mall.wait(Duration.ofMinutes(2));
        assertThat(mall.status("withdrawal", held.id())).isEqualTo("paid");
        assertThat(port.paid()).isEqualTo(new Money(100_00));
    }

    @Test
    void tellsTheLimitsThatItKeeps() {
        Limits limits = withdrawals.limits(member);
        assertThatThrownBy(() -> ask("a", limits.least().fen() - 1, "6222"))
                .hasMessageContaining("withdrawal_out_of_range");
        assertThatThrownBy(() -> ask("b", limits.most().fen() + 1, "6222"))
                .hasMessageContaining("withdrawal_out_of_range");
        assertThat(ask("c", limits.least().fen(), "6222").status()).isEqualTo(Status.HELD);
        assertThat(limits.daily()).isGreaterThanOrEqualTo(limits.most());
    }

    @Test
    void givesBackWhatIsRefusedOrCannotBePaid() {
        Withdrawal first = ask("a", 100_00, "fail");
        assertThat(withdrawals.approve(TrialMall.OPERATOR, first.id(), "").status())
                .isEqualTo(Status.FAILED);
        Withdrawal second = ask("b", 100_00, "6222");
        assertThat(withdrawals.refuse(TrialMall.OPERATOR, second.id(), "why").status())
                .isEqualTo(Status.REFUSED);
        assertThat(mall.purse.free(member.id(), Asset.CASH)).isEqualTo(new Money(1_000_00));
    }

    @Test
    void decidesOnceWhenOperatorsDecideAtOnce() throws InterruptedException {
        Withdrawal held = ask("a", 100_00, "6222");
        var turn = new AtomicInteger();
        List<Object> ends = TrialMall.race(
                6,
                () -> turn.incrementAndGet() % 2 == 0
                        ? withdrawals.approve(TrialMall.OPERATOR, held.id(), "")
                        : withdrawals.refuse(TrialMall.OPERATOR, held.id(), ""));
        assertThat(ends.stream().filter(Withdrawal.class::isInstance)).hasSize(1);
        mall.wait(Duration.ofMinutes(2));
        assertThat(mall.purse.held()).isEqualTo(Money.ZERO);
        assertThat(port.paid().fen() + mall.purse.free(member.id(), Asset.CASH).fen())
                .isEqualTo(1_000_00);
    }

    @Test
    void holdsOnceUnderOneKeyInManyThreads() throws InterruptedException {
        TrialMall.race(8, () -> ask("a", 100_00, "6222"));
        assertThat(mall.purse.held()).isEqualTo(new Money(100_00));
        assertThatThrownBy(() -> ask("a", 200_00, "6222")).hasMessageContaining("withdrawal_key_reused");
    }

    @Test
    void letsOneThroughInTheCoolingTime() throws InterruptedException {
        var key = new AtomicInteger();
        TrialMall.race(8, () -> ask("k" + key.incrementAndGet(), 100_00, "6222"));
        assertThat(mall.purse.held()).isEqualTo(new Money(100_00));
        assertThatThrownBy(() -> ask("later", 100_00, "6222")).hasMessageContaining("withdrawal_cooling");
        mall.wait(Duration.ofHours(25));
        assertThat(ask("later", 100_00, "6222").status()).isEqualTo(Status.HELD);
    }

    @Test
    void refusesWhatTheRulesDoNotAllow() {
        assertThatThrownBy(() -> ask("a", 1, "6222")).hasMessageContaining("withdrawal_out_of_range");
        assertThatThrownBy(() -> ask("b", 1L << 60, "6222")).hasMessageContaining("withdrawal_out_of_range");
        assertThatThrownBy(() -> ask("c", 1_000_01, "6222")).hasMessageContaining("cash_short");
        Actor.Member other = mall.member();
        assertThatThrownBy(() -> withdrawals.ask(other, new Withdrawals.Request("a", new Money(100_00), "x")))
                .hasMessageContaining("identity_not_confirmed");
        Withdrawal held = ask("d", 100_00, "6222");
        assertThatThrownBy(() -> withdrawals.one(other, held.id())).hasMessageContaining("not_found");
        assertThatThrownBy(() -> withdrawals.approve(member, held.id(), "")).hasMessageContaining("not_permitted");
        assertThatThrownBy(() -> withdrawals.approve(mall.clerk(), held.id(), ""))
                .hasMessageContaining("not_permitted");
    }

    @Test
    void paysAMerchantOutOfItsOwnPurseAndPostsIt() {
        Actor.Clerk clerk = mall.clerk();
        mall.purse.put(Purse.Holder.merchant(clerk.merchant()), Asset.CASH, new Money(90_000_00));
        mall.purse.put(clerk.merchant(), Asset.CASH, new Money(5));
        Withdrawal held = withdrawals.ask(clerk, new Withdrawals.Request("a", new Money(80_000_00), "6222 银行"));
        assertThat(held.status()).isEqualTo(Status.HELD);
        assertThat(held.holder()).isEqualTo(Purse.Holder.merchant(clerk.merchant()));
        assertThat(mall.purse.free(Purse.Holder.merchant(clerk.merchant()), Asset.CASH))
                .isEqualTo(new Money(10_000_00));
        assertThat(mall.purse.free(clerk.merchant(), Asset.CASH)).isEqualTo(new Money(5));
        assertThat(withdrawals.approve(TrialMall.OPERATOR, held.id(), "").status())
                .isEqualTo(Status.PAID);
        assertThat(port.paid()).isEqualTo(new Money(80_000_00));
        assertThat(mall.text("select debit || ' ' || credit || ' ' || amount_fen || ' ' || merchant as text"
                        + " from mall.posting"))
                .isEqualTo("programme money 8000000 " + clerk.merchant());
        assertThat(mall.text("select actor || ' ' || action as text from mall.trail order by id limit 1"))
                .isEqualTo("clerk:" + clerk.id() + " withdrawal.asked");
    }

    @Test
    void showsAMerchantsWithdrawalsToItsOwnClerksWhoMay() {
        Actor.Clerk clerk = mall.clerk();
        mall.purse.put(Purse.Holder.merchant(clerk.merchant()), Asset.CASH, new Money(500_00));
        long own = withdrawals
                .ask(clerk, new Withdrawals.Request("a", new Money(100_00), "x"))
                .id();
        long others = ask("a", 100_00, "x").id();
        assertThat(ids(clerk)).containsExactly(own);
        assertThat(ids(mall.clerk())).isEmpty();
        assertThat(ids(member)).containsExactly(others);
        assertThat(ids(TrialMall.OPERATOR)).containsExactly(own, others);
        assertThatThrownBy(() -> withdrawals.one(mall.clerk(), own)).hasMessageContaining("not_found");
        assertThatThrownBy(() -> withdrawals.one(clerk, others)).hasMessageContaining("not_found");
        assertThatThrownBy(() -> withdrawals.one(member, own)).hasMessageContaining("not_found");
        var reader = new Actor.Clerk(7, clerk.merchant(), EnumSet.of(Permission.WITHDRAWALS_READ));
        assertThat(withdrawals.one(reader, own).id()).isEqualTo(own);
        assertThatThrownBy(() -> withdrawals.ask(reader, new Withdrawals.Request("b", new Money(100_00), "x")))
                .hasMessageContaining("not_permitted");
        var nobody = new Actor.Clerk(8, clerk.merchant(), EnumSet.of(Permission.BILLS_READ));
        assertThatThrownBy(() -> ids(nobody)).hasMessageContaining("not_permitted");
        assertThatThrownBy(() -> withdrawals.approve(clerk, own, "")).hasMessageContaining("not_permitted");
    }

    private List<Long> ids(Actor actor) {
        return withdrawals.list(actor, Withdrawals.Filter.ALL, new Listing.Wish(null, null, 10)).items().stream()
                .map(Withdrawal::id)
                .toList();
    }

    @Test
    void holdsAMerchantsCashOnceInManyThreadsAndNoneOfOneThatIsNotOpen() throws InterruptedException {
        Actor.Clerk clerk = mall.clerk();
        mall.purse.put(Purse.Holder.merchant(clerk.merchant()), Asset.CASH, new Money(250_00));
        var key = new AtomicInteger();
        List<Object> ends = TrialMall.race(
                8,
                () -> withdrawals.ask(
                        clerk, new Withdrawals.Request("k" + key.incrementAndGet(), new Money(100_00), "x")));
        assertThat(ends).filteredOn(Withdrawal.class::isInstance).hasSize(2);
        assertThat(mall.purse.held()).isEqualTo(new Money(200_00));
        mall.tables.run(
                work -> work.run("update mall.merchant set status = 'suspended' where id = ?", clerk.merchant()));
        assertThatThrownBy(() -> withdrawals.ask(clerk, new Withdrawals.Request("z", new Money(10_00), "x")))
                .hasMessageContaining("merchant_not_open");
    }
}
