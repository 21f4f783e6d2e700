package hongli.bench;

import hongli.economy.terms.Terms;
import hongli.ledger.Ledger;
import hongli.ledger.LedgerSettings;
import hongli.ledger.postgres.Database;
import hongli.ledger.postgres.PostgresJournal;
import java.util.List;
import java.util.Locale;

/// Durable orders by the naive way and by the ledger, by turns on one database: into one programme and spread over a
/// thousand, in batches and one at a time, on plain and on heavy terms.
final class SettlementTrack {
    private static final int CLIENTS = 64;
    private static final int BATCH = 64;
    private static final int MANY = 1_000;

    private final Database.Embedded database;
    private final double seconds;
    private int run;

    /// One way to run.
    private record Way(String name, Terms terms, int programmes, int members, int batch) {}

    private static final List<Way> WAYS = List.of(
            new Way("one programme, plain terms, 64 at once", Tracks.plainTerms(), 1, 10_000, BATCH),
            new Way("1,000 programmes, plain terms, 64 at once", Tracks.plainTerms(), MANY, 50, BATCH),
            new Way("one programme, heavy terms, 64 at once", Tracks.terms(), 1, 10_000, BATCH),
            new Way("1,000 programmes, heavy terms, 64 at once", Tracks.terms(), MANY, 50, BATCH),
            new Way("one programme, plain terms, one at a time", Tracks.plainTerms(), 1, 10_000, 1),
            new Way("1,000 programmes, plain terms, one at a time", Tracks.plainTerms(), MANY, 50, 1),
            new Way("one programme, heavy terms, one at a time", Tracks.terms(), 1, 10_000, 1));

    private SettlementTrack(Database.Embedded database, double seconds) {
        this.database = database;
        this.seconds = seconds;
    }

    /// Runs all ways in `rounds` rounds after one that warms up; `only` picks those whose name contains it.
    static void run(Database.Embedded database, Options options) throws Exception {
        var track = new SettlementTrack(database, options.seconds());
        for (int round = 0; round <= options.rounds(); round++) {
            System.out.println(round == 0 ? "warm-up, not counted" : "round " + round + " of " + options.rounds());
            track.naive(16, options);
            track.naive(64, options);
            for (Way way : WAYS) {
                if (way.name().contains(options.only())) {
                    track.ours(way);
                }
            }
        }
    }

    private void naive(int clients, Options options) throws Exception {
        if (!options.only().isEmpty()) {
            return;
        }
        var naive = new NaiveTrack(database.connections());
        naive.prepare();
        var meter = Meter.ofNaive(database);
        var before = meter.read();
        Clients.Run done = Clients.run(clients, seconds, naive::client);
        print("naive, a transaction an order, " + clients + " clients", done, meter.tell(before, done.orders()));
    }

    private void ours(Way way) throws Exception {
        try (Ledger ledger = Ledger.start(
                PostgresJournal.open(database.connections()),
                LedgerSettings.standard().withProjecting(false))) {
            Shop shop = Shop.open(ledger, "run" + ++run, way.terms(), way.programmes(), way.members());
            var meter = Meter.ofJournal(database);
            var before = meter.read();
            Clients.Run done = Clients.run(CLIENTS, seconds, number -> shop.client(number, way.batch()));
            print(way.name(), done, meter.tell(before, done.orders()));
        }
    }

    static void print(String what, Clients.Run run, String costs) {
        System.out.printf(
                Locale.ROOT, "  %-46s %,9.0f orders/s  %s  %s%n", what, run.perSecond(), run.latencies(), costs);
    }
}
