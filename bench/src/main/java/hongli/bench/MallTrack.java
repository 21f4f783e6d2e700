package hongli.bench;

import hongli.ledger.postgres.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/// Placing and paying orders, one product for all (hot) and a thousand of a hundred merchants (spread): over HTTP as a
/// shop's customers would, by the doors of the mall within one process, and the naive way on the same tables. At the
/// end it tells where the time goes.
final class MallTrack {
    private static final int CLIENTS = 64;

    private final Options options;
    private final Path folder;

    private MallTrack(Options options, Path folder) {
        this.options = options;
        this.folder = folder;
    }

    /// Runs all rounds and prints what was measured.
    static void run(Options options) throws Exception {
        Path folder = Files.createTempDirectory("hongli-bench-mall");
        try {
            var track = new MallTrack(options, folder);
            track.overHttp();
            track.withinOneProcess();
            track.whereTheTimeGoes();
        } finally {
            Folders.delete(folder);
        }
    }

    /// What is bought: one thing or any.
    private enum Load {
        HOT,
        SPREAD;

        <T> List<T> of(List<T> variants) {
            return this == HOT ? variants.subList(0, 1) : variants;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private void overHttp() throws IOException, InterruptedException {
        Path data = folder.resolve("http");
        var program = List.of("hongli.bench.MallServer", data.toString());
        try (HttpHouse house = HttpHouse.start(data, options.serverOptions(), program)) {
            List<String> buyers = Files.readAllLines(MallServer.buyers(data));
            List<String> variants = Files.readAllLines(MallServer.variants(data));
            for (int round = 0; round <= options.rounds(); round++) {
                say(round);
                for (Load load : Load.values()) {
                    var before = house.effort();
                    List<MallBuyer> clients = new ArrayList<>();
                    Clients.Run run = HttpLoad.run(house.port(), CLIENTS, options.seconds(), seed -> {
                        clients.add(new MallBuyer(seed, buyers, load.of(variants)));
                        return clients.getLast();
                    });
                    print("HTTP, four requests an order, " + load.word(), run);
                    System.out.println("      " + house.effort().since(before).each(run.orders()));
                    System.out.println("      " + MallBuyer.steps(clients));
                }
            }
        }
    }

    private void withinOneProcess() throws Exception {
        try (Database.Embedded database = Database.embedded(folder.resolve("doors"));
                MallShop shop = MallShop.open(database, UnaryOperator.identity())) {
            System.out.println("durability: " + Main.durability(database));
            Meter meter = Meter.ofMall(database);
            List<MallShop.Buyer> buyers = shop.buyers();
            List<Long> variants = shop.variants();
            for (int round = 0; round <= options.rounds(); round++) {
                say(round);
                for (Load load : Load.values()) {
                    var naive = new NaiveMall(shop.connections(), buyers, load.of(variants));
                    measure("the naive way, " + load.word(), naive::client, meter);
                    var doors = new MallDoors(shop.mall(), buyers, load.of(variants));
                    measure("the mall's doors, " + load.word(), doors::client, meter);
                }
            }
        }
    }

    private void measure(String what, Clients.Maker maker, Meter meter) throws Exception {
        Meter.Reading before = meter.read();
        Clients.Run run = Clients.run(CLIENTS, options.seconds(), maker);
        print(what, run);
        System.out.println("      " + meter.tell(before, run.orders()) + " an order");
    }

    /// Timing each statement costs time itself, so this is a run of its own; it runs as many clients as there are
    /// connections, or most of the time would be waiting for one.
    private void whereTheTimeGoes() throws Exception {
        var statements = new Statements();
        try (Database.Embedded database = Database.embedded(folder.resolve("statements"));
                MallShop shop = MallShop.open(database, statements::watch)) {
            for (Load load : Load.values()) {
                var doors = new MallDoors(shop.mall(), shop.buyers(), load.of(shop.variants()));
                Clients.run(MallShop.CONNECTIONS, options.seconds(), doors::client);
                statements.forget();
                Clients.Run run = Clients.run(MallShop.CONNECTIONS, options.seconds(), doors::client);
                print("where the time goes, " + MallShop.CONNECTIONS + " clients, " + load.word(), run);
                System.out.print(statements.tell(run.orders()));
            }
        }
    }

    private void say(int round) {
        System.out.println(round == 0 ? "warm-up, not counted" : "round " + round + " of " + options.rounds());
    }

    private static void print(String what, Clients.Run run) {
        System.out.printf("  %-50s %,10.0f orders/s  %s%n", what, run.perSecond(), run.latencies());
    }
}
