package hongli.mall.programme;

import hongli.economy.command.Command;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.View;
import hongli.mall.basket.Today;
import hongli.mall.setting.Setting;
import hongli.mall.setting.Settings;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import java.time.Instant;
import java.time.LocalDate;

/// Closes the programme's days where the shop has chosen that the mall does it by itself.
///
/// The close goes through the outbox, behind everything that was told of the day before. A day that an operator has
/// closed already is left alone; of several days that the mall was away, the last one is closed, and what came in on
/// the others is shared with it.
final class DayClosing {
    private static final String KIND = "programme.close_day";
    private static final long THE_ONE = 0;

    private final Ledger ledger;

    private DayClosing(Ledger ledger) {
        this.ledger = ledger;
    }

    /// Says what is done when a day has ended, and when the shop chooses anew.
    static void register(Timers timers, Settings settings, Ledger ledger) {
        var closing = new DayClosing(ledger);
        timers.when(KIND, (work, _) -> closing.close(work));
        settings.when(Setting.DAY_CLOSE, DayClosing::plan);
        settings.when(Setting.DAY_CLOSE_MINUTE, DayClosing::plan);
    }

    private static void plan(Transaction work) {
        if (!Settings.value(work, Setting.DAY_CLOSE).equals("by_itself")) {
            Timers.drop(work, KIND, THE_ONE);
            return;
        }
        long minute = Long.parseLong(Settings.value(work, Setting.DAY_CLOSE_MINUTE));
        Instant today = on(Today.of(work), minute);
        Timers.put(
                work,
                KIND,
                THE_ONE,
                today.isAfter(work.now()) ? today : on(Today.of(work).plusDays(1), minute));
    }

    private static Instant on(LocalDate day, long minute) {
        return day.atStartOfDay(Today.ZONE).plusMinutes(minute).toInstant();
    }

    private void close(Transaction work) {
        ProgrammeId programme = ShopTerms.read(work).programme();
        LocalDate ended = Today.of(work).minusDays(1);
        if (isToClose(programme, ended)) {
            Outbox.put(work, programme, "day:" + programme.text() + ":" + ended, new Command.CloseDay(ended));
        }
        plan(work);
    }

    private boolean isToClose(ProgrammeId programme, LocalDate day) {
        return ledger.read(programme, View::totals)
                .filter(totals -> !totals.closed())
                .filter(totals -> totals.lastDay() == null || totals.lastDay().isBefore(day))
                .isPresent();
    }
}
