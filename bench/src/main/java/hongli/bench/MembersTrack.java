package hongli.bench;

import com.sun.management.OperatingSystemMXBean;
import hongli.economy.Programme;
import hongli.economy.command.Command;
import hongli.economy.fact.Outcome;
import hongli.ledger.Answer;
import hongli.ledger.Key;
import hongli.ledger.Ledger;
import hongli.ledger.LedgerSettings;
import hongli.ledger.ProgrammeId;
import hongli.ledger.Submission;
import hongli.ledger.postgres.Database;
import hongli.ledger.postgres.PostgresJournal;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javax.sql.DataSource;

/// A great many members: what they cost in memory, how long a fork keeps the writer, how soon a restart is ready.
///
/// `--engine` keeps to the engine in memory; without it all goes through the ledger and its own PostgreSQL.
final class MembersTrack {
    private static final int AT_ONCE = 4_096;
    private static final int ORDERS_BETWEEN_DAYS = 100_000;
    private static final int PROBES = 200_000;
    private static final ProgrammeId ID = new ProgrammeId("members");

    private final Crowd crowd;
    private final int orders;
    private int sent;

    private MembersTrack(int members, int orders) {
        this.crowd = new Crowd(members);
        this.orders = orders;
    }

    /// Runs the track: `--members N`, `--orders N`, a tenth of the members without.
    static void run(Options options) throws Exception {
        int members = options.members();
        MembersTrack track = new MembersTrack(members, Math.toIntExact(options.orders(members / 10)));
        if (options.isEngineAlone()) {
            track.engine();
        } else {
            track.ledger();
        }
    }

    private void engine() {
        long before = Crowd.heapBytes();
        Programme programme = Programme.open(Tracks.terms());
        long start = EngineTrack.processorNanos();
        for (int i = 0; i < crowd.members(); i++) {
            Crowd.apply(programme, crowd.join(i));
        }
        long joined = EngineTrack.processorNanos();
        long members = Crowd.heapBytes() - before;
        say(
                "%,d joined in %.1f s, %,d MB of heap, %.1f bytes a member",
                crowd.members(), seconds(start, joined), members >> 20, (double) members / crowd.members());
        long settling = EngineTrack.processorNanos();
        for (int i = 0; i < orders; i++) {
            Crowd.apply(programme, crowd.order());
        }
        double took = seconds(settling, EngineTrack.processorNanos());
        long all = Crowd.heapBytes() - before;
        say(
                "%,d orders in %.1f s of processor, %,.0f a second; %,d MB of heap, %.1f bytes an order with its"
                        + " members' limits",
                orders, took, orders / took, all >> 20, (double) (all - members) / Math.max(1, orders));
        fork(programme);
    }

    /// Forks, then goes on while the fork is there: every first touch of a page copies it.
    private void fork(Programme programme) {
        long[][] nanos = new long[2][PROBES];
        for (int i = 0; i < PROBES; i++) {
            nanos[0][i] = probe(programme);
        }
        long start = EngineTrack.processorNanos();
        Programme fork = programme.fork();
        double millis = (EngineTrack.processorNanos() - start) / 1e6;
        for (int i = 0; i < PROBES; i++) {
            nanos[1][i] = probe(programme);
        }
        say(
                "fork %.2f ms; an order before it: %s; while pages are copied: %s (%,d members in the fork)",
                millis, micros(nanos[0]), micros(nanos[1]), fork.totals().members());
    }

    private long probe(Programme programme) {
        Command order = crowd.order();
        long start = EngineTrack.processorNanos();
        Crowd.apply(programme, order);
        return EngineTrack.processorNanos() - start;
    }

    private void ledger() throws Exception {
        Path folder = Files.createTempDirectory("hongli-bench");
        try (Database database = Database.embedded(folder)) {
            DataSource source = database.connections();
            live(source);
            say(
                    "snapshots kept: %s",
                    text(
                            source,
                            "select string_agg(s, ', ') from (select position || ': ' ||"
                                    + " pg_size_pretty(sum(length(data))) s from hongli.snapshot_part"
                                    + " group by programme, position) k"));
            long start = System.nanoTime();
            double busy = processorSeconds();
            try (Ledger ledger = begin(source)) {
                say(
                        "ready %.1f s after the restart, %.1f s of processor here, the database's aside",
                        seconds(start, System.nanoTime()), processorSeconds() - busy);
                submit(ledger, List.of(crowd.order()));
            }
        } finally {
            Folders.delete(folder);
        }
    }

    // The ledger is closed within, to time its last snapshot; closing it twice does nothing.
    @SuppressWarnings("try")
    private void live(DataSource source) throws Exception {
        long before = Crowd.heapBytes();
        try (Ledger ledger = begin(source)) {
            ledger.open(ID, "Members", Tracks.terms());
            long start = System.nanoTime();
            stream(ledger, crowd.members(), crowd::join);
            double took = seconds(start, System.nanoTime());
            long heap = Crowd.heapBytes() - before;
            say(
                    "%,d joined in %.1f s, %,.0f a second; %,d MB of heap, %.1f bytes a member with its key",
                    crowd.members(), took, crowd.members() / took, heap >> 20, (double) heap / crowd.members());
            start = System.nanoTime();
            stream(
                    ledger,
                    orders,
                    i -> i % ORDERS_BETWEEN_DAYS == 0
                            ? new Command.CloseDay(LocalDate.EPOCH.plusDays(i / ORDERS_BETWEEN_DAYS))
                            : crowd.order());
            took = seconds(start, System.nanoTime());
            long all = Crowd.heapBytes() - before;
            say("%,d orders in %.1f s, %,.0f a second; %,d MB of heap", orders, took, orders / took, all >> 20);
            say(
                    "one client, one order at a time, snapshots going on: %s",
                    Clients.run(1, 20, _ -> () -> submit(ledger, List.of(crowd.order())))
                            .latencies());
            start = System.nanoTime();
            ledger.close();
            say("closed with a last snapshot in %.1f s", seconds(start, System.nanoTime()));
        }
    }

    private static Ledger begin(DataSource source) {
        return Ledger.start(
                PostgresJournal.open(source), LedgerSettings.standard().withProjecting(false));
    }

    /// Sends `count` commands in order, many at once.
    private void stream(Ledger ledger, int count, IntFunction<Command> command) {
        List<Command> batch = new ArrayList<>(AT_ONCE);
        for (int i = 0; i < count; i++) {
            batch.add(command.apply(i));
            if (batch.size() == AT_ONCE || i == count - 1) {
                submit(ledger, batch);
                batch.clear();
            }
        }
    }

    private int submit(Ledger ledger, List<Command> commands) {
        List<Submission> submissions = new ArrayList<>(commands.size());
        commands.forEach(command -> submissions.add(new Submission(new Key("k" + sent++), command)));
        for (Answer answer : ledger.submit(ID, submissions)) {
            if (!(answer instanceof Answer.Decided decided && decided.outcome() instanceof Outcome.Applied)) {
                throw new IllegalStateException("every command must be applied: answer=" + answer);
            }
        }
        return commands.size();
    }

    private static String text(DataSource source, String query) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "";
        }
    }

    private static String micros(long[] nanos) {
        Latencies latencies = Latencies.of(new long[][] {nanos});
        return String.format(
                "p50 %.1f, p99 %.1f, p100 %.1f us",
                latencies.millis(50) * 1e3, latencies.millis(99) * 1e3, latencies.millis(100) * 1e3);
    }

    /// What this process has used of all processors.
    private static double processorSeconds() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime() / 1e9;
    }

    private static double seconds(long start, long end) {
        return (end - start) / 1e9;
    }

    private static void say(String format, Object... values) {
        System.out.printf("members: " + format + "%n", values);
    }
}
