package hongli.bench;

import hongli.economy.Programme;
import hongli.economy.command.Command;
import hongli.economy.exact.Money;
import hongli.economy.fact.Account.Kind;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Transfer.Reason;
import hongli.ledger.postgres.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;

/// Closing days: what it costs where nobody's quota ends, what each end costs, and the update of all members in SQL.
final class DaysTrack {
    private static final int WARM_UP_MEMBERS = 100_000;
    private static final int WARM_UPS = 3;
    private static final int QUIET_DAYS = 25;
    private static final int SHARE_THAT_ENDS = 100;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Crowd crowd;
    private final Programme programme;
    private final String what;
    private LocalDate day = LocalDate.EPOCH;

    private DaysTrack(int members, boolean forcedSale) {
        this.crowd = new Crowd(members);
        this.programme = Programme.open(Tracks.daysTerms(forcedSale));
        this.what = String.format("days, %,d members, %s", members, forcedSale ? "forced sales" : "no sales");
    }

    /// Runs the track with as many members as `--members` says, one million without, and `--no-sql` without the SQL.
    static void run(Options options) throws Exception {
        int members = options.members();
        for (int i = 0; i < WARM_UPS; i++) {
            new DaysTrack(WARM_UP_MEMBERS, true).play(false);
            new DaysTrack(WARM_UP_MEMBERS, false).play(false);
        }
        new DaysTrack(members, true).play(true);
        new DaysTrack(members, false).play(true);
        if (!options.isWithoutSql()) {
            sql(members);
        }
    }

    private void play(boolean counted) {
        for (int i = 0; i < crowd.members(); i++) {
            Crowd.apply(programme, crowd.join(i));
            Crowd.apply(programme, crowd.order(i));
        }
        close();
        quietDays(counted);
        long fund = crowd.members() * 10L;
        int wanted = crowd.members() / SHARE_THAT_ENDS;
        while (endingDay(fund, counted) < wanted) {
            fund *= 2;
        }
    }

    /// Days of one small order each; those on which a quota ended are left out.
    private void quietDays(boolean counted) {
        long[] nanos = new long[QUIET_DAYS];
        int days = 0;
        for (int i = 0; i < QUIET_DAYS; i++) {
            Crowd.apply(programme, crowd.order());
            long busy = EngineTrack.processorNanos();
            Fact fact = close();
            nanos[days] = EngineTrack.processorNanos() - busy;
            days += ended(fact) == 0 ? 1 : 0;
        }
        if (counted && days > 0) {
            Latencies closes = Latencies.of(new long[][] {Arrays.copyOf(nanos, days)});
            System.out.printf(
                    "%s: %d days on which no quota ended, median %.4f ms, longest %.4f ms of processor a close%n",
                    what, days, closes.millis(50), closes.millis(100));
        }
    }

    /// One great order feeds the funds, then the day is closed; answers how many quotas ended.
    private int endingDay(long fen, boolean counted) {
        long start = System.nanoTime();
        int sold = ended(Crowd.apply(programme, crowd.order(0, fen)));
        long ordered = System.nanoTime();
        long busy = EngineTrack.processorNanos();
        Fact fact = close();
        double micros = (EngineTrack.processorNanos() - busy) / 1e3;
        double millis = (System.nanoTime() - ordered) / NANOS_PER_MILLI;
        int ended = ended(fact);
        if (counted && ended >= SHARE_THAT_ENDS) {
            System.out.printf(
                    "%s: an order of %s sold out %,d in %.1f ms; the close ended %,d quotas (%,d by forced sale)"
                            + " in %.1f ms, %.2f us of processor each%n",
                    what,
                    new Money(fen),
                    sold,
                    (ordered - start) / NANOS_PER_MILLI,
                    ended,
                    count(fact, Reason.FORCED_SALE, Kind.QUOTA),
                    millis,
                    micros / ended);
        }
        return ended;
    }

    private Fact close() {
        day = day.plusDays(1);
        return Crowd.apply(programme, new Command.CloseDay(day));
    }

    private static int ended(Fact fact) {
        return count(fact, Reason.LAST_DIVIDEND, Kind.QUOTA) + count(fact, Reason.FORCED_SALE, Kind.QUOTA);
    }

    private static int count(Fact fact, Reason reason, Kind from) {
        return (int) fact.transfers().stream()
                .filter(transfer ->
                        transfer.reason() == reason && transfer.from().kind() == from)
                .count();
    }

    private static void sql(int members) throws Exception {
        Path folder = Files.createTempDirectory("hongli-bench");
        try (Database database = Database.embedded(folder);
                Connection connection = database.connections().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table member(id int primary key, points bigint, quota bigint, cash bigint)");
            statement.execute(
                    "insert into member select i, 1 + i % 1000, 1000000, 0 from generate_series(1, " + members + ") i");
            statement.execute("vacuum analyze member");
            for (int round = 1; round <= 3; round++) {
                long start = System.nanoTime();
                int updated = statement.executeUpdate("update member set cash = cash + least(quota, points * 3),"
                        + " quota = quota - least(quota, points * 3) where points > 0 and quota > 0");
                System.out.printf(
                        "days, naive: one SQL update of %,d members: %,.0f ms%n",
                        updated, (System.nanoTime() - start) / NANOS_PER_MILLI);
            }
        } finally {
            Folders.delete(folder);
        }
    }
}
