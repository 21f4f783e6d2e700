package hongli.bench;

import hongli.ledger.Ledger;
import hongli.ledger.LedgerSettings;
import hongli.ledger.postgres.Database;
import hongli.ledger.postgres.PostgresJournal;
import java.time.Duration;
import java.util.Locale;

/// The read models behind a stream of orders: how fast they are told, and whether writing waits for them.
final class ProjectorTrack {
    private static final int CLIENTS = 64;
    private static final int BATCH = 64;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private ProjectorTrack() {}

    static void run(Database.Embedded database, Options options) throws Exception {
        for (int round = 0; round <= options.rounds(); round++) {
            System.out.println(round == 0 ? "warm-up, not counted" : "round " + round + " of " + options.rounds());
            write(database, options.seconds(), round, false);
            write(database, options.seconds(), round, true);
        }
    }

    private static void write(Database.Embedded database, double seconds, int round, boolean projecting)
            throws Exception {
        try (Ledger ledger = Ledger.start(
                PostgresJournal.open(database.connections()),
                LedgerSettings.standard().withProjecting(projecting))) {
            Shop shop = Shop.open(ledger, "read" + round + projecting, Tracks.plainTerms(), 1, 10_000);
            var meter = Meter.ofJournal(database);
            var before = meter.read();
            long start = System.nanoTime();
            Clients.Run run = Clients.run(CLIENTS, seconds, number -> shop.client(number, BATCH));
            long lag = ledger.figures().lag();
            String name = projecting ? "read models on" : "read models off";
            SettlementTrack.print(name, run, meter.tell(before, run.orders()));
            if (projecting) {
                var ended = meter.read();
                awaitAll(ledger, lag, start, run.orders());
                System.out.println("    catching up, an order: " + meter.tell(ended, lag));
            }
        }
    }

    private static void awaitAll(Ledger ledger, long lag, long start, long orders) {
        long ended = System.nanoTime();
        boolean told = ledger.awaitReadModels(PATIENCE);
        long now = System.nanoTime();
        System.out.printf(
                Locale.ROOT,
                "    lag at the end %,d, caught up at %,.0f orders/s, told %s after %.1f s: %,.0f orders/s%n",
                lag,
                lag * 1e9 / Math.max(1, now - ended),
                told ? "all" : "not all",
                (now - start) / 1e9,
                orders * 1e9 / (now - start));
    }
}
