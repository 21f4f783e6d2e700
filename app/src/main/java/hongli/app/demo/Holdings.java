package hongli.app.demo;

import hongli.economy.Holding;
import hongli.economy.command.Command;
import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import hongli.ledger.Key;
import hongli.ledger.ProgrammeId;
import hongli.ledger.Submission;
import hongli.mall.Mall;
import hongli.mall.programme.Assets;
import hongli.mall.programme.Ids;
import hongli.mall.withdrawal.Withdrawal;
import hongli.mall.withdrawal.Withdrawals;
import java.time.LocalDate;
import java.util.Optional;

/// What the members of a demo do with what the programme granted: some redeem, some convert, some withdraw; and the
/// close of each day.
final class Holdings {
    private static final double REDEEMS = 0.012;
    private static final double CONVERTS = 0.006;
    private static final double WITHDRAWS = 0.25;
    private static final long LEAST_FEN = 1_000;
    private static final long LEAST_MICRO = 3_000_000;

    private final Town town;
    private final Mall mall;
    private final Premises.Staff staff;
    private final ProgrammeId programme;
    private int number;

    Holdings(Town town, Premises.Staff staff) {
        this.town = town;
        this.mall = town.mall();
        this.staff = staff;
        this.programme = town.mall().programme().id();
    }

    /// The day is over: its dividends are shared out, once all of it is told.
    void close(LocalDate day) {
        town.catchUp();
        var close = new Submission(new Key("day:" + day), new Command.CloseDay(day));
        var _ = town.ledger().submit(programme, close);
    }

    /// The evening, on which some look at what they hold.
    void evening() {
        for (Town.Resident resident : town.residents()) {
            double drawn = town.random().nextDouble();
            if (drawn < REDEEMS + CONVERTS) {
                holding(resident).ifPresent(holding -> use(resident, holding, drawn < REDEEMS));
            }
        }
        if (town.chance(WITHDRAWS)) {
            withdraw(town.any(town.residents()));
        }
    }

    private Optional<Holding> holding(Town.Resident resident) {
        return town.ledger()
                .read(
                        programme,
                        view -> Optional.ofNullable(
                                view.holding(Ids.member(resident.actor().id()))))
                .flatMap(found -> found);
    }

    private void use(Town.Resident resident, Holding holding, boolean redeems) {
        long micro = holding.points().micro();
        if (micro < LEAST_MICRO) {
            return;
        }
        var points = new Points(micro / 100 * (20 + town.random().nextInt(40)));
        Assets.Way way = redeems ? Assets.Way.REDEEM : Assets.Way.CONVERT;
        var _ = mall.programme()
                .assets()
                .go(resident.actor(), way, new Assets.Request("demo-" + ++number, points, null));
    }

    private void withdraw(Town.Resident resident) {
        long fen =
                holding(resident).map(holding -> holding.cash().toMoney().fen()).orElse(0L);
        if (fen < LEAST_FEN) {
            return;
        }
        var amount = new Money(fen / 100 * 100);
        var _ = town.tried(() -> {
            Withdrawal asked = mall.trade()
                    .withdrawals()
                    .ask(
                            resident.actor(),
                            new Withdrawals.Request("demo-" + ++number, amount, "支付宝 " + resident.name()));
            town.agenda().in(1, town.minute(10, 12), () -> review(asked));
        });
    }

    private void review(Withdrawal asked) {
        boolean refused = town.chance(0.08);
        var _ = town.tried(() -> {
            var withdrawals = mall.trade().withdrawals();
            var _ = refused
                    ? withdrawals.refuse(staff.finance(), asked.id(), "账户名与会员不符，请核对")
                    : withdrawals.approve(staff.finance(), asked.id(), "已核对");
        });
    }
}
