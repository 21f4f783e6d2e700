package hongli.bench;

import hongli.ledger.Ledger;
import hongli.ledger.LedgerSettings;
import hongli.ledger.postgres.Database;
import hongli.ledger.postgres.PostgresJournal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/// Runs the tracks in one go, the naive way and ours by turns on the same database, and prints what was measured.
///
/// `engine` runs the engine alone, `durable` the database tracks; without an argument both run. `http` runs the whole
/// server and a client of it, with `--server-options` for its JVM. `--seconds N` sets the length of each round.
public final class Main {
    private static final int ROUNDS = 3;
    private static final int SINGLE_CLIENTS = 64;
    private static final int BATCH_CLIENTS = 64;
    private static final int BATCH = 64;
    private static final double SECONDS = 5;

    private final DataSource source;
    private final double seconds;

    private Main(DataSource source, double seconds) {
        this.source = source;
        this.seconds = seconds;
    }

    public static void main(String[] arguments) throws Exception {
        String only = arguments.length > 0 && !arguments[0].startsWith("--") ? arguments[0] : "";
        if (only.equals("http")) {
            HttpTrack.run(seconds(arguments), option(arguments, "--server-options", ""));
            return;
        }
        if (!only.equals("durable")) {
            EngineTrack.run();
        }
        if (!only.equals("engine")) {
            durable(seconds(arguments));
        }
    }

    private static double seconds(String[] arguments) {
        return Double.parseDouble(option(arguments, "--seconds", Double.toString(SECONDS)));
    }

    private static String option(String[] arguments, String name, String otherwise) {
        int at = List.of(arguments).indexOf(name);
        return at < 0 || at + 1 == arguments.length ? otherwise : arguments[at + 1];
    }

    private static void durable(double seconds) throws Exception {
        Path folder = Files.createTempDirectory("hongli-bench");
        try (Database database = Database.embedded(folder)) {
            DataSource source = database.connections();
            System.out.println("durability: " + durability(source));
            Main main = new Main(source, seconds);
            for (int round = 0; round <= ROUNDS; round++) {
                System.out.println(round == 0 ? "warm-up, not counted" : "round " + round + " of " + ROUNDS);
                main.naive(16);
                main.batches(round, false);
                main.naive(64);
                main.singles(round);
                main.batches(round, true);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private void naive(int clients) throws Exception {
        NaiveTrack track = new NaiveTrack(source);
        track.prepare();
        print("naive, a transaction an order, " + clients + " clients", Clients.run(clients, seconds, track::client));
    }

    private void batches(int round, boolean projecting) throws Exception {
        try (Ledger ledger = start(projecting)) {
            DurableTrack track = new DurableTrack(ledger, "batches-" + round + (projecting ? "-read" : ""));
            track.prepare();
            String models = projecting ? ", read models on" : "";
            print(
                    "ledger, " + BATCH_CLIENTS + " clients, " + BATCH + " orders at once" + models,
                    Clients.run(BATCH_CLIENTS, seconds, number -> track.client(number, BATCH)));
        }
    }

    private void singles(int round) throws Exception {
        try (Ledger ledger = start(false)) {
            DurableTrack track = new DurableTrack(ledger, "singles-" + round);
            track.prepare();
            print(
                    "ledger, " + SINGLE_CLIENTS + " clients, one order at a time",
                    Clients.run(SINGLE_CLIENTS, seconds, number -> track.client(number, 1)));
        }
    }

    private Ledger start(boolean projecting) {
        return Ledger.start(
                PostgresJournal.open(source), LedgerSettings.standard().withProjecting(projecting));
    }

    private static void print(String what, Clients.Run run) {
        System.out.printf("  %-62s %,10.0f orders/s   %s%n", what, run.perSecond(), run.latencies());
    }

    private static String durability(DataSource source) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select current_setting('server_version'), current_setting('fsync'),"
                        + " current_setting('synchronous_commit'), current_setting('wal_sync_method'),"
                        + " current_setting('full_page_writes'), current_setting('data_checksums')")) {
            row.next();
            return String.format(
                    "PostgreSQL %s, fsync %s, synchronous_commit %s (the ledger answers after its own flush),"
                            + " wal_sync_method %s, full_page_writes %s, data_checksums %s",
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6));
        }
    }
}
