package hongli.app.olist;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import hongli.app.console.Complaint;
import hongli.app.console.Pace;
import hongli.app.sample.WineShop;
import hongli.economy.exact.Money;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.postgres.Database;
import hongli.mall.Mall;
import hongli.mall.posting.TrialBalance;
import hongli.mall.programme.Courier;
import hongli.mall.table.MallClock;
import java.util.List;
import java.util.function.Function;

/// Brings Olist into the empty mall of a database, and says what came of it.
final class MallImport {
    static final ProgrammeId PROGRAMME = new ProgrammeId("mall");

    /// Most of the time a worker waits for the database, and that for the disk.
    private static final int WORKERS_A_PROCESSOR = 3;
    /// Payment slips of a bank took up to half a year, and who never paid is not to lapse meanwhile.
    private static final long PATIENT_MINUTES = 60 * 24 * 365 * 5;

    private final Database database;
    private final Ledger ledger;
    private final Time time;

    /// What takes long.
    enum Stage {
        SHOPS,
        ORDERS
    }

    /// What came of it.
    ///
    /// @param orders of Olist; those of several sellers are several orders of the mall
    /// @param payable what all checkouts came to
    /// @param settled what the programme was told of
    record Report(long orders, double shopSeconds, Money payable, Money settled, Courier.Standing outbox) {}

    /// @param time the clock of `ledger`, which is set here
    MallImport(Database database, Ledger ledger, Time time) {
        this.database = database;
        this.ledger = ledger;
        this.time = time;
    }

    /// Brings all of it in.
    ///
    /// @param progress who is told how far each stage is
    /// @throws Complaint where the mall is not empty, or its books do not balance afterwards
    Report bringIn(Olist olist, Function<Stage, Pace> progress) {
        int count = WORKERS_A_PROCESSOR * Runtime.getRuntime().availableProcessors();
        var config = new HikariConfig();
        config.setDataSource(database.connections());
        config.setMaximumPoolSize(count + 1);
        // What is cut off is begun anew in an empty folder: nobody was promised anything that must be on the disk.
        config.setConnectionInitSql("set synchronous_commit = off");
        time.advance(olist.orders().getFirst().placedAt().toLocalDate().atStartOfDay());
        try (var connections = new HikariDataSource(config);
                var workers = new Workers(count)) {
            Mall mall = Mall.open(connections, new MallClock(time, true), ledger);
            if (mall.tables().work(work -> work.exists("select from mall.orders limit 1"))) {
                throw Complaint.failure("商城里已有订单，请用新的 --data", "there are orders already: choose a new --data");
            }
            var _ = ledger.open(PROGRAMME, "Olist", WineShop.terms());
            mall.assortment().mode().change(Shops.OPERATOR, true);
            long before = patience(mall, PATIENT_MINUTES);
            var people = new People();
            var shops = new Shops(mall, olist, people);
            long begin = System.nanoTime();
            shops.open(workers, progress.apply(Stage.SHOPS));
            people.bringIn(mall.tables(), olist.orders());
            double seconds = (System.nanoTime() - begin) / 1e9;
            List<Course> courses = olist.orders().stream()
                    .map(sold -> new Course(mall, shops, sold, people.of(sold)))
                    .toList();
            new OlistMall(mall, time, workers).live(courses, progress.apply(Stage.ORDERS));
            patience(mall, before);
            return report(mall, courses.size(), seconds);
        }
    }

    /// Sets how many minutes a checkout may stay unpaid; what it was before.
    private static long patience(Mall mall, long minutes) {
        return mall.tables().work(work -> {
            long before = work.number(
                    "select (value #>> '{}')::bigint number from mall.setting where name = 'unpaid_minutes'");
            work.run("update mall.setting set value = to_jsonb(?::bigint) where name = 'unpaid_minutes'", minutes);
            return before;
        });
    }

    private Report report(Mall mall, long orders, double shopSeconds) {
        TrialBalance balance = mall.programme().trialBalance(Shops.OPERATOR);
        if (!balance.total().isZero() || !balance.between().isZero()) {
            throw Complaint.failure("试算不平衡：" + balance, "the trial balance is not zero: " + balance);
        }
        return mall.tables()
                .work(work -> new Report(
                        orders,
                        shopSeconds,
                        new Money(work.number("select sum(payable_fen)::bigint number from mall.checkout")),
                        new Money(work.number("select sum(amount_fen)::bigint number from mall.settlement"
                                + " where reversed_at is null")),
                        Courier.Standing.read(work)));
    }
}
