package hongli.bench;

import hongli.ledger.Ledger;
import hongli.ledger.LedgerSettings;
import hongli.ledger.postgres.Database;
import hongli.ledger.postgres.PostgresJournal;
import java.util.Locale;

/// Many orders in small batches into one programme, snapshots on: every million of them like the first.
final class FlatTrack {
    private static final int CLIENTS = 16;
    private static final int BATCH = 16;
    private static final long PART = 1_000_000;
    private static final long ORDERS = 20_000_000;

    private FlatTrack() {}

    static void run(Database.Embedded database, Options options) throws Exception {
        try (Ledger ledger = Ledger.start(
                PostgresJournal.open(database.connections()),
                LedgerSettings.standard().withProjecting(false))) {
            Shop shop = Shop.open(ledger, "flat", Tracks.plainTerms(), 1, 10_000);
            long orders = options.orders(ORDERS);
            long part = Math.min(PART, orders);
            for (long done = 0; done < orders; done += part) {
                var meter = Meter.ofJournal(database);
                var before = meter.read();
                Clients.Run run = Clients.runFor(CLIENTS, part, number -> shop.client(number, BATCH));
                String name = String.format(Locale.ROOT, "orders up to %,d", done + part);
                SettlementTrack.print(name, run, meter.tell(before, run.orders()));
            }
        }
    }
}
