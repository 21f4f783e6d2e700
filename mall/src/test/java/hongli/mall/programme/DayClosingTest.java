package hongli.mall.programme;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.command.Command;
import hongli.ledger.Answer;
import hongli.ledger.Key;
import hongli.ledger.Submission;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.basket.Today;
import hongli.mall.people.Belongings;
import hongli.mall.setting.Setting;
import hongli.mall.setting.Settings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DayClosingTest {
    private static final Actor OPERATOR = new Actor.Operator(1, EnumSet.of(Permission.SETTINGS_CHANGE));
    private static final Duration DAY = Duration.ofDays(1);

    private final Stall stall = new Stall();
    private final Settings settings = new Settings(stall.tables);

    @BeforeEach
    void register() {
        DayClosing.register(stall.timers, settings, stall.ledger);
    }

    @AfterEach
    void close() {
        stall.close();
    }

    private LocalDate today() {
        return stall.tables.work(Today::of);
    }

    private LocalDate lastDay() {
        return stall.ledger
                .read(
                        Stall.PROGRAMME,
                        view -> Objects.requireNonNullElse(view.totals().lastDay(), LocalDate.EPOCH))
                .orElseThrow();
    }

    private List<String> told() {
        return stall.tables.work(work -> work.all(
                "select command ->> 'date' as text from mall.outbox where command ->> 'type' = 'day.closed'"
                        + " and refusal is null order by id",
                row -> row.text("text")));
    }

    @Test
    void closesNothingUnlessTheShopChoseSo() {
        stall.pass(DAY);
        stall.pass(DAY);
        assertThat(lastDay()).isEqualTo(LocalDate.EPOCH);
    }

    @Test
    void closesEveryDayThatHasEnded() {
        settings.change(OPERATOR, Setting.DAY_CLOSE, "by_itself");
        LocalDate first = today();
        for (int day = 1; day <= 3; day++) {
            stall.pass(DAY);
            assertThat(lastDay()).isEqualTo(first.plusDays(day - 1));
        }
        assertThat(told()).hasSize(3);
    }

    @Test
    void paysWhatCameInToThoseWhoMayHaveIt() {
        settings.change(OPERATOR, Setting.DAY_CLOSE, "by_itself");
        long buyer = stall.member("王", null);
        long order = stall.order(buyer, stall.merchant("酒庄", 0), new Stall.Piece(100_00));
        stall.pay(order);
        stall.complete(order);
        stall.passReturns();
        stall.pass(DAY);
        Belongings.Left left = new LedgerBelongings(stall.tables, stall.ledger).of(buyer);
        assertThat(left.cash().fen()).isPositive();
        assertThat(left.points().micro()).isPositive();
        assertThat(new LedgerBelongings(stall.tables, stall.ledger).of(9_999)).isEqualTo(Belongings.NONE.of(9_999));
    }

    @Test
    void leavesADayAloneThatAnOperatorHasClosed() {
        settings.change(OPERATOR, Setting.DAY_CLOSE, "by_itself");
        LocalDate first = today();
        var byHand = new Submission(new Key("by-hand"), new Command.CloseDay(first));
        assertThat(stall.ledger.submit(Stall.PROGRAMME, byHand)).isInstanceOf(Answer.Decided.class);
        stall.pass(DAY);
        assertThat(told()).isEmpty();
        stall.pass(DAY);
        assertThat(lastDay()).isEqualTo(first.plusDays(1));
    }

    @Test
    void stopsWhenTheShopChoosesOtherwise() {
        settings.change(OPERATOR, Setting.DAY_CLOSE, "by_itself");
        settings.change(OPERATOR, Setting.DAY_CLOSE, "by_hand");
        stall.pass(DAY);
        assertThat(told()).isEmpty();
    }

    @Test
    void closesAtTheMinuteThatWasChosen() {
        settings.change(OPERATOR, Setting.DAY_CLOSE_MINUTE, "90");
        settings.change(OPERATOR, Setting.DAY_CLOSE, "by_itself");
        var due = stall.tables.<Instant>work(work -> work.one(
                "select due_at from mall.timer where kind = 'programme.close_day'", row -> row.time("due_at")));
        assertThat(due.atZone(Today.ZONE).toLocalTime()).hasToString("01:30");
    }
}
