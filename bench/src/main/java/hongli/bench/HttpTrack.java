package hongli.bench;

import hongli.economy.terms.TermsWriter;
import hongli.ledger.postgres.Database;
import hongli.ledger.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// Orders over HTTP on loopback: the whole server in a process of its own with everything on, its database, and a lean
/// client, all on the same processors; by turns with the naive way, which needs no HTTP.
final class HttpTrack {
    private static final int NAIVE_CLIENTS = 16;
    private static final int SINGLE_CONNECTIONS = 64;
    private static final int BATCH_CONNECTIONS = 32;
    private static final int BATCH = 50;
    private static final int JOINED_AT_ONCE = 2_000;
    private static final int MEMBERS = 10_000;

    private static final String MINIMAL = "Prefer: return=minimal\r\n";

    private final HttpHouse house;
    private final double seconds;
    private final AtomicLong numbers = new AtomicLong();

    private HttpTrack(HttpHouse house, double seconds) {
        this.house = house;
        this.seconds = seconds;
    }

    /// Runs all rounds and prints what was measured.
    static void run(Options options) throws Exception {
        Path folder = Files.createTempDirectory("hongli-bench-http");
        try (Database database = Database.embedded(folder.resolve("naive"));
                HttpHouse house = HttpHouse.start(folder.resolve("house"), options.serverOptions())) {
            var track = new HttpTrack(house, options.seconds());
            for (int round = 0; round <= options.rounds(); round++) {
                System.out.println(round == 0 ? "warm-up, not counted" : "round " + round + " of " + options.rounds());
                double naive = naive(database, options.seconds());
                track.singles("singles-" + round, naive);
                track.batches("batches-" + round, naive, "");
                track.batches("brief-" + round, naive, MINIMAL);
            }
        } finally {
            Folders.delete(folder);
        }
    }

    private static double naive(Database database, double seconds) throws Exception {
        var track = new NaiveTrack(database.connections());
        track.prepare();
        Clients.Run run = Clients.run(NAIVE_CLIENTS, seconds, track::client);
        System.out.printf(
                "  %-62s %,10.0f orders/s            %s%n",
                "naive, a transaction an order, no HTTP, " + NAIVE_CLIENTS + " clients",
                run.perSecond(),
                run.latencies());
        return run.perSecond();
    }

    private void singles(String programme, double naive) throws Exception {
        prepare(programme);
        var before = house.effort();
        Clients.Run run = HttpLoad.run(
                house.port(), SINGLE_CONNECTIONS, seconds, seed -> HttpOrders.singly(programme, numbers, seed));
        print("HTTP, " + SINGLE_CONNECTIONS + " connections, one order a request", run, naive, before);
        settle(programme, run);
    }

    /// @param wish a header line by which answers leave the transfers out, or nothing
    private void batches(String programme, double naive, String wish) throws Exception {
        prepare(programme);
        var before = house.effort();
        Clients.Run run = HttpLoad.run(
                house.port(),
                BATCH_CONNECTIONS,
                seconds,
                seed -> HttpOrders.batched(programme, numbers, seed, BATCH, wish));
        String answers = wish.isEmpty() ? "" : ", answers in brief";
        print(
                "HTTP, " + BATCH_CONNECTIONS + " connections, " + BATCH + " orders a request" + answers,
                run,
                naive,
                before);
        settle(programme, run);
    }

    private void prepare(String programme) throws IOException, InterruptedException {
        house.post(
                "/api/v1/programmes",
                "application/json",
                Json.text(Map.of("id", programme, "name", "Track", "terms", TermsWriter.fields(Tracks.terms()))));
        for (int from = 0; from < MEMBERS; from += JOINED_AT_ONCE) {
            house.post(
                    "/api/v1/programmes/" + programme + "/commands/batch",
                    "application/x-ndjson",
                    HttpOrders.joins(from, from + JOINED_AT_ONCE));
        }
        house.awaitReadModels();
    }

    /// Sees that the server counts what was acknowledged, and lets the read models catch up before the next round.
    private void settle(String programme, Clients.Run run) throws IOException, InterruptedException {
        double lag = house.lag();
        long settled = house.orders(programme);
        if (settled != run.orders()) {
            throw new IllegalStateException("every acknowledged order must be settled, and no other: acknowledged="
                    + run.orders() + ", settled=" + settled);
        }
        System.out.printf("    read models were %,.0f commands behind, %.1f s%n", lag, house.awaitReadModels());
    }

    private void print(String what, Clients.Run run, double naive, HttpHouse.Effort before) {
        System.out.printf(
                "  %-62s %,10.0f orders/s (%4.0f ×)  %s   %s%n",
                what,
                run.perSecond(),
                run.perSecond() / naive,
                run.latencies(),
                house.effort().since(before).each(run.orders()));
    }
}
