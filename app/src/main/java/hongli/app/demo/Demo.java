package hongli.app.demo;

import hongli.app.console.Pace;
import hongli.ledger.Ledger;
import hongli.ledger.wire.TermsJson;
import hongli.mall.Mall;
import hongli.mall.programme.Programmes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SplittableRandom;

/// A shop to look at, lived through the mall's own doors: what people, merchants and operators do, day by day up to the
/// present, drawn from one seed. The mall must be an empty sandbox whose clock is the stage.
public final class Demo {
    private static final long SEED = 20_260_301;
    private static final int CLOSING = 5;
    private static final int HOURS_BETWEEN_LOOKS = 4;

    private final Stage stage;
    private final Town town;
    private long orders;

    public Demo(Mall mall, Ledger ledger, Stage stage) {
        System.setProperty("java.awt.headless", "true");
        this.stage = stage;
        this.town = new Town(mall, ledger, new Agenda(stage), new SplittableRandom(SEED));
    }

    /// Lives all of it.
    ///
    /// @param pace hears how many orders were placed, and how much of the time is over
    public void fill(Pace pace) {
        Instant begin = stage.instant();
        long whole = Duration.between(begin, stage.end()).toSeconds();
        openProgramme();
        var crowd = new Crowd(town);
        crowd.begin();
        Premises.Staff staff =
                new Premises(town).found(town.residents().getFirst().actor());
        List<Town.Offered> offered = new Shelves(town, staff).fill();
        pace.report(0, 0);
        crowd.invite(stage.firstDay(), stage.scale());
        plan(staff);
        while (town.agenda().next()) {
            long over = Duration.between(begin, stage.instant()).toSeconds();
            pace.report(orders, Math.min(1, over / (double) whole));
        }
        stage.move(stage.end());
        new Offices(town, staff).leaveWork(offered);
        town.catchUp();
    }

    /// With enough founder points that the price moves little: nobody shall think that it always rises fast.
    private void openProgramme() {
        var _ = town.ledger().open(town.mall().programme().id(), Programmes.USUAL_NAME, TermsJson.beside(Demo.class));
    }

    private void plan(Premises.Staff staff) {
        var porters = new Porters(town, staff);
        var buyers = new Buyers(town, staff, porters::take);
        var holdings = new Holdings(town, staff);
        var offices = new Offices(town, staff);
        int days = stage.scale().days();
        for (int i = 0; i <= days; i++) {
            LocalDate day = stage.firstDay().plusDays(i);
            for (int hour = HOURS_BETWEEN_LOOKS; hour < 24; hour += HOURS_BETWEEN_LOOKS) {
                town.agenda().at(day, hour * 60, town::catchUp);
            }
            town.agenda().at(day, 20 * 60 + 30, holdings::evening);
            if (i > 0) {
                town.agenda().at(day, CLOSING, () -> holdings.close(day.minusDays(1)));
                town.agenda().at(day, 9 * 60, () -> offices.reconcile(day.minusDays(1)));
            }
            if (day.getDayOfMonth() == 2) {
                town.agenda().at(day, 10 * 60, () -> offices.bills(day));
            }
            for (long order = 0; order < ordersOn(i, day); order++) {
                town.agenda().at(day, town.minute(8, 23), () -> {
                    buyers.buy();
                    orders++;
                });
            }
        }
    }

    /// From half as many at the beginning to half as many again at the end, and more at weekends.
    private long ordersOn(int number, LocalDate day) {
        double usual = stage.scale().orders() / (double) stage.scale().days();
        double grown = usual * (0.5 + number / (double) stage.scale().days());
        boolean weekend = day.getDayOfWeek().getValue() > 5;
        return Math.round(weekend ? grown * 1.3 : grown * 0.9);
    }
}
