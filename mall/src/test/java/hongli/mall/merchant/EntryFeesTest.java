package hongli.mall.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.exact.Money;
import hongli.economy.exact.Wide;
import hongli.mall.access.Actor;
import hongli.mall.login.Credentials;
import hongli.mall.login.Door;
import hongli.mall.login.Logins;
import hongli.mall.merchant.Merchant.Status;
import hongli.mall.payment.Cashier;
import hongli.mall.payment.PayChannel;
import hongli.mall.payment.SandboxDesk;
import hongli.mall.people.Folk;
import hongli.mall.refusal.Refusal;
import hongli.mall.staff.Founding;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EntryFeesTest {
    private static final Money FEE = new Money(100_000);
    private static final String PASSWORD = "a word of my own 42";

    private final Folk folk = new Folk();
    private final Actor.Operator operator = folk.operator();
    private final Actor.Member applicant = folk.member();
    private final Merchants merchants = folk.mall.assortment().merchants();
    private final EntryFees fees = folk.mall.trade().entryFees();
    private final Founding founding = folk.people().workers().founding();
    private long merchant;

    @BeforeEach
    void isAccepted() {
        folk.mall.assortment().mode().change(operator, true);
        merchant = merchants.apply(applicant, new Merchants.Application("新酒行", "13900000000", "91310000"));
        assertThatThrownBy(() -> fees.checkout(applicant, merchant)).hasMessageStartingWith("entry_fee_not_due");
        merchants.accept(operator, merchant, new Merchants.Admission(FEE, 50_000));
    }

    @Test
    void openTheMerchantWhenTheyArePaidAtTheCashier() {
        long checkout = fees.checkout(applicant, merchant).checkout();
        assertThat(fees.checkout(applicant, merchant).checkout()).isEqualTo(checkout);
        assertThatThrownBy(() -> fees.checkout(folk.member(), merchant)).hasMessageStartingWith("not_found");
        assertThatThrownBy(() -> cashier().start(applicant, checkout, ways(new Money(1))))
                .hasMessageStartingWith("purse_for_orders_only");

        pay(checkout);

        assertThat(status()).isEqualTo(Status.OPEN);
        assertThat(balance("entry_fees")).isEqualTo(-FEE.fen());
        assertThat(balance("money")).isEqualTo(FEE.fen());
        assertBalanced();
    }

    @Test
    void goBackWhereTheyArePaidInVain() {
        long checkout = fees.checkout(applicant, merchant).checkout();
        desk().pay(begin(checkout), new SandboxDesk.Manner(Optional.empty(), Duration.ZERO, true));
        merchants.reject(operator, merchant, "证照不符");
        for (int i = 0; i < 4; i++) {
            folk.mall.timers().runDue();
        }

        assertThat(status()).isEqualTo(Status.REJECTED);
        assertThat(balance("entry_fees")).isZero();
        assertThat(back()).isEqualTo(FEE.fen());
        assertBalanced();
    }

    @Test
    void goBackWhereTheMerchantIsRejectedBeforeTheHouseHasLooked() {
        long checkout = fees.checkout(applicant, merchant).checkout();
        long notice = desk().pay(begin(checkout), SandboxDesk.Manner.PLAIN);
        desk().deliver(notice);
        merchants.reject(operator, merchant, "证照不符");
        folk.mall.timers().runDue();
        folk.mall.timers().runDue();

        assertThat(status()).isEqualTo(Status.REJECTED);
        assertThat(back()).isEqualTo(FEE.fen());
        assertThat(balance("entry_fees")).isZero();
        assertBalanced();
    }

    @Test
    void goBackOnceWhereTheMerchantIsClosedAfterAll() {
        pay(fees.checkout(applicant, merchant).checkout());
        assertThatThrownBy(() -> fees.giveBack(operator, merchant, "x")).hasMessageStartingWith("entry_fee_stays");
        merchants.close(operator, merchant, "撤回");

        fees.giveBack(operator, merchant, "撤回");
        folk.mall.timers().runDue();

        assertThatThrownBy(() -> fees.giveBack(operator, merchant, "x")).hasMessageStartingWith("entry_fee_stays");
        assertThat(back()).isEqualTo(FEE.fen());
        assertThat(balance("entry_fees")).isZero();
        assertBalanced();
    }

    @Test
    void areTakenByHandOnceAndThenByNoChannel() {
        String reference = begin(fees.checkout(applicant, merchant).checkout());
        merchants.entryFeePaid(operator, merchant);
        folk.mall.timers().runDue();
        assertThat(status()).isEqualTo(Status.OPEN);
        assertThat(balance("entry_fees")).isEqualTo(-FEE.fen());
        assertThatThrownBy(() -> desk().pay(reference, SandboxDesk.Manner.PLAIN))
                .hasMessageStartingWith("trade_not_open");

        merchants.close(operator, merchant, "撤回");
        fees.giveBack(operator, merchant, "撤回");
        folk.mall.timers().runDue();

        assertThat(balance("entry_fees")).isZero();
        assertThat(back()).isZero();
        assertBalanced();
    }

    @Test
    void makeTheApplicantTheOwnerOfWhatTheyOpened() {
        var choice = new Founding.Choice("boss.wine", "老板", PASSWORD);
        assertThatThrownBy(() -> founding.owner(applicant, merchant, choice)).hasMessageStartingWith("shop_not_open");
        pay(fees.checkout(applicant, merchant).checkout());
        assertThatThrownBy(() -> founding.owner(folk.member(), merchant, choice))
                .hasMessageStartingWith("not_found");
        assertThatThrownBy(
                        () -> founding.owner(applicant, merchant, new Founding.Choice("boss.wine", "老板", "boss.wine")))
                .hasMessageStartingWith("password_weak");

        founding.owner(applicant, merchant, choice);

        var welcomed = logIn("boss.wine", PASSWORD);
        assertThat(welcomed.mustChange()).isFalse();
        assertThat(folk.people().sessions().of(welcomed.session().token()))
                .isInstanceOfSatisfying(
                        Actor.Clerk.class, clerk -> assertThat(clerk.merchant()).isEqualTo(merchant));
        assertThatThrownBy(() -> founding.owner(applicant, merchant, choice)).hasMessageStartingWith("shop_staffed");
        assertThatThrownBy(() -> founding.firstClerk(operator, merchant, "other", "x"))
                .hasMessageStartingWith("shop_staffed");
    }

    @Test
    void letOneOfManyFoundTheShop() throws InterruptedException {
        pay(fees.checkout(applicant, merchant).checkout());
        var founded = new AtomicInteger();
        var threads = new Thread[6];
        for (int i = 0; i < threads.length; i++) {
            String login = "boss" + i;
            threads[i] = Thread.startVirtualThread(() -> {
                try {
                    founding.firstClerk(operator, merchant, login, "老板");
                    founded.incrementAndGet();
                } catch (Refusal refusal) {
                    assertThat(refusal.ground().code()).isEqualTo("shop_staffed");
                }
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(founded).hasValue(1);
    }

    @Test
    void keepClerksOutOfAMerchantThatIsSuspended() {
        pay(fees.checkout(applicant, merchant).checkout());
        var told = founding.firstClerk(operator, merchant, "first", "老板");
        String token = logIn("first", told.password()).session().token();
        merchants.suspend(operator, merchant, "证照过期");

        assertThatThrownBy(() -> folk.people().sessions().of(token)).hasMessageStartingWith("login_required");
        assertThatThrownBy(() -> logIn("first", told.password())).hasMessageStartingWith("account_locked");
        merchants.resume(operator, merchant);
        assertThatThrownBy(() -> folk.people().sessions().of(token)).hasMessageStartingWith("login_required");
        assertThat(logIn("first", told.password()).mustChange()).isTrue();
        merchants.close(operator, merchant, "不做了");
        assertThatThrownBy(() -> logIn("first", told.password())).hasMessageStartingWith("account_locked");
    }

    private Logins.Welcomed logIn(String login, String password) {
        return folk.people().logins().logIn(Door.CLERK, new Credentials(login, password, "192.0.2.7"));
    }

    private Cashier cashier() {
        return folk.mall.trade().till().cashier();
    }

    private SandboxDesk desk() {
        return folk.mall.trade().till().sandbox().orElseThrow();
    }

    private static Cashier.Ways ways(Money cash) {
        return new Cashier.Ways(cash, Money.ZERO, Optional.of("sandbox"), PayChannel.Scene.PAGE, "");
    }

    private String begin(long checkout) {
        var started = cashier().start(applicant, checkout, ways(Money.ZERO));
        return Objects.requireNonNull(
                started.instruction().orElseThrow().fields().get("reference"));
    }

    private void pay(long checkout) {
        paid(begin(checkout));
    }

    private void paid(String reference) {
        desk().deliver(desk().pay(reference, SandboxDesk.Manner.PLAIN));
        folk.mall.timers().runDue();
        folk.mall.timers().runDue();
    }

    private Status status() {
        return merchants.one(operator, merchant).status();
    }

    private long number(String sql, Object... values) {
        return folk.mall.tables().work(work -> work.number(sql, values));
    }

    private long balance(String account) {
        return number(
                "select coalesce(sum(case when debit = ? then amount_fen else -amount_fen end), 0)::bigint number"
                        + " from mall.posting where ? in (debit, credit)",
                account,
                account);
    }

    private long back() {
        return number("select coalesce(sum(amount_fen), 0)::bigint number from mall.refund where status = 'done'");
    }

    private void assertBalanced() {
        assertThat(folk.mall.programme().trialBalance(operator).total()).isEqualTo(Wide.ZERO);
        assertThat(balance("money"))
                .isEqualTo(number("select coalesce(sum(amount_fen), 0)::bigint number from mall.payment"
                                + " where status = 'paid'")
                        - back()
                        + number("select coalesce(sum(entry_fee_fen), 0)::bigint number from mall.merchant"
                                + " where entry_fee_by_hand and entry_fee_refunded_at is null"));
    }
}
